using IoTHubDisconnect.Catalogue;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Causes;

/// <summary>A setting of the hub that keeps devices out.</summary>
internal enum HubBarrier
{
    None,

    /// <summary>disableDeviceSAS: SAS tokens of devices are refused.</summary>
    DisableDeviceSas,

    /// <summary>disableModuleSAS: SAS tokens of modules are refused.</summary>
    DisableModuleSas,

    /// <summary>disableLocalAuth: SAS tokens signed with the hub's own keys are refused.</summary>
    DisableLocalAuth,

    /// <summary>publicNetworkAccess: nobody comes in from the internet.</summary>
    PublicNetworkAccess,

    /// <summary>ipFilterRules or networkRuleSets: the address is kept out.</summary>
    NetworkRules,
}

/// <summary>Finds the setting that explains why a device was refused.</summary>
internal static class HubBarriers
{
    public static HubBarrier Of(in DisconnectFacts facts)
    {
        if (facts.IsClosed || facts.Group != ErrorGroup.Unauthorized || facts.Hub.Condition?.Settings is not { } settings) return HubBarrier.None;
        var usesToken = facts.Context.AuthenticationType?.Equals("sas", StringComparison.OrdinalIgnoreCase) == true;
        if (usesToken && facts.Device.ModuleId is null && settings.DisableDeviceSas) return HubBarrier.DisableDeviceSas;
        if (usesToken && facts.Device.ModuleId is not null && settings.DisableModuleSas) return HubBarrier.DisableModuleSas;
        if (!settings.IsPublic) return HubBarrier.PublicNetworkAccess;
        if (MaskedAddress.IsLetIn(facts.Context.MaskedIpAddress, settings) == false) return HubBarrier.NetworkRules;
        return usesToken && settings.DisableLocalAuth ? HubBarrier.DisableLocalAuth : HubBarrier.None;
    }
}
