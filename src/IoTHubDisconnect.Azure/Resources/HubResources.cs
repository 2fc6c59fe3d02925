using System.Text.Json;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <inheritdoc/>
internal sealed class HubResources : IHubResources
{
    /// <summary>The version that tells of a hub's gateway, and one that every cloud knows.</summary>
    private const string NewestVersion = "2026-11-01",
        OlderVersion = "2023-06-30";

    private readonly ArmClient _arm;
    private readonly HubFinder _finder;
    private readonly MetricReader _metric;
    private readonly HealthReader _health;
    private volatile string _version = NewestVersion;

    public HubResources(IdentityTokens tokens)
    {
        _arm = new ArmClient(tokens);
        _finder = new HubFinder(new ResourceGraph(_arm));
        _metric = new MetricReader(_arm);
        _health = new HealthReader(_arm);
    }

    public Task<HubsInSight> FindHubsAsync(HubSearch search, AzureCall call) => _finder.FindAsync(search, call);

    public async Task<HubSettings> GetHubAsync(string resourceId, AzureCall call)
    {
        try
        {
            return await GetHubAsync(resourceId, _version, call).ConfigureAwait(false);
        }
        catch (AzureException exception) when (_version != OlderVersion && IsOfVersion(exception))
        {
            _version = OlderVersion;
            call.Verbose($"{exception.Message} Asking with the version {OlderVersion}.");
            return await GetHubAsync(resourceId, _version, call).ConfigureAwait(false);
        }
    }

    private async Task<HubSettings> GetHubAsync(string resourceId, string version, AzureCall call) =>
        HubJson.Read(
            await _arm.GetAsync($"{resourceId}?api-version={version}", resourceId, call).ConfigureAwait(false),
            resourceId
        );

    private static bool IsOfVersion(AzureException exception) =>
        exception.ServiceCode is "InvalidApiVersionParameter" or "NoRegisteredProviderFound" or "InvalidResourceType";

    public async Task<IReadOnlyList<DiagnosticSetting>> GetDiagnosticSettingsAsync(string resourceId, AzureCall call)
    {
        var settings = new List<DiagnosticSetting>();
        await foreach (
            var setting in _arm.ListAsync(SettingsPath(resourceId, ""), resourceId, call).ConfigureAwait(false)
        )
            settings.Add(DiagnosticSettingJson.Read(setting));

        return settings;
    }

    public SettingRequest NewDiagnosticSetting(string resourceId, string name, LogDestination destination) =>
        new(
            resourceId,
            name,
            _arm.UriOf(SettingsPath(resourceId, $"/{Uri.EscapeDataString(name)}")),
            DiagnosticSettingJson.Of(destination)
        );

    public Task MakeDiagnosticSettingAsync(SettingRequest request, AzureCall call) =>
        _arm.MakeAsync(request.Address, request.Body, request.ResourceId, call);

    private static string SettingsPath(string resourceId, string setting) =>
        $"{resourceId}/providers/Microsoft.Insights/diagnosticSettings{setting}?api-version=2021-05-01-preview";

    public async Task<LogWorkspace> GetWorkspaceAsync(string workspaceId, AzureCall call) =>
        WorkspaceJson.Read(
            await _arm.GetAsync($"{workspaceId}?api-version=2022-10-01", workspaceId, call).ConfigureAwait(false)
        )
        ?? throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{workspaceId} has no workspace id.")
        {
            Target = workspaceId,
        };

    public async Task<Uri> GetBlobEndpointAsync(string storageAccountId, AzureCall call)
    {
        var account = await _arm.GetAsync($"{storageAccountId}?api-version=2023-01-01", storageAccountId, call)
            .ConfigureAwait(false);
        return Uri.TryCreate(
            account.Member("properties").Member("primaryEndpoints").Text("blob"),
            UriKind.Absolute,
            out var endpoint
        )
            ? endpoint
            : throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{storageAccountId} has no blob endpoint.")
            {
                Target = storageAccountId,
            };
    }

    public IAsyncEnumerable<MetricPoint> GetConnectedDeviceCountAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call
    ) => _metric.ReadAsync(resourceId, start, end, call);

    public Task<IReadOnlyList<HubHealthEvent>> GetHealthAsync(string resourceId, AzureCall call) =>
        _health.ReadHealthAsync(resourceId, call);

    public Task<IReadOnlyList<HubHealthEvent>> GetFailoversAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call
    ) => _health.ReadFailoversAsync(resourceId, start, end, call);
}
