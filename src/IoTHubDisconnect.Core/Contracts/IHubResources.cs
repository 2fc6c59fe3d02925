using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Contracts;

/// <summary>What Azure Resource Manager knows of hubs. Whatever fails throws <see cref="AzureException"/>.</summary>
internal interface IHubResources
{
    /// <summary>
    /// Finds hubs by what is known of them; none where there are none. Fails where the identity sees no subscription
    /// at all.
    /// </summary>
    Task<HubsInSight> FindHubsAsync(HubSearch search, AzureCall call);

    /// <summary>The hub's settings.</summary>
    Task<HubSettings> GetHubAsync(string resourceId, AzureCall call);

    /// <summary>Where the hub's logs are sent.</summary>
    Task<IReadOnlyList<DiagnosticSetting>> GetDiagnosticSettingsAsync(string resourceId, AzureCall call);

    /// <summary>The request that would send the hub's Connections somewhere; nothing is asked of Azure.</summary>
    SettingRequest NewDiagnosticSetting(string resourceId, string name, LogDestination destination);

    /// <summary>Makes a diagnostic setting.</summary>
    Task MakeDiagnosticSettingAsync(SettingRequest request, AzureCall call);

    /// <summary>The workspace of an ARM id.</summary>
    Task<LogWorkspace> GetWorkspaceAsync(string workspaceId, AzureCall call);

    /// <summary>Where the blobs of the storage account with that ARM id are.</summary>
    Task<Uri> GetBlobEndpointAsync(string storageAccountId, AzureCall call);

    /// <summary>The metric connectedDeviceCount, minute by minute, in order of time and each minute once.</summary>
    IAsyncEnumerable<MetricPoint> GetConnectedDeviceCountAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call
    );

    /// <summary>What Resource Health has of the hub's past weeks, in order of time.</summary>
    Task<IReadOnlyList<HubHealthEvent>> GetHealthAsync(string resourceId, AzureCall call);

    /// <summary>Failovers that someone asked for, by the activity log, in order of time.</summary>
    Task<IReadOnlyList<HubHealthEvent>> GetFailoversAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call
    );
}
