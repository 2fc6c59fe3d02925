namespace IoTHubDisconnect.Knowledge;

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
