using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>Finds the setting that explains why a device was refused.</summary>
internal static class HubBarriers
{
    public static HubBarrier Of(in DisconnectFacts facts)
    {
        if (
            facts.IsClosed
            || facts.Group != ErrorGroup.Unauthorized
            || facts.Hub.Condition?.Settings is not { } settings
        )
            return HubBarrier.None;
        var usesToken = facts.Context.AuthenticationType?.Equals("sas", StringComparison.OrdinalIgnoreCase) == true;
        if (usesToken && facts.Device.ModuleId is null && settings.DisableDeviceSas)
            return HubBarrier.DisableDeviceSas;
        if (usesToken && facts.Device.ModuleId is not null && settings.DisableModuleSas)
            return HubBarrier.DisableModuleSas;
        if (!settings.IsPublic)
            return HubBarrier.PublicNetworkAccess;
        if (MaskedAddress.IsLetIn(facts.Context.MaskedIpAddress, settings) == false)
            return HubBarrier.NetworkRules;
        return usesToken && settings.DisableLocalAuth ? HubBarrier.DisableLocalAuth : HubBarrier.None;
    }
}
