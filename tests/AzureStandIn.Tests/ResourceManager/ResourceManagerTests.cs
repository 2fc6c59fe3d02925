using System.Net;
using System.Text.Json;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Tests.ResourceManager;

public sealed class ResourceManagerTests : IAsyncLifetime, IDisposable
{
    private const string Hub = "/fabrikam-iot/providers/Microsoft.Devices/IotHubs/fabrikam-izmir";

    private static readonly ArmId HubId = ArmId.Parse(
        $"/subscriptions/8e2f1b7a-6c34-4d0e-9a51-2b7f0c9d4e63/resourceGroups{Hub}"
    );

    private StandInAzure _azure = null!;
    private StandInClient _client = null!;
    private IotHub _hub = null!;

    public async Task InitializeAsync()
    {
        _azure = await StandInAzure.StartAsync();
        _client = new StandInClient(_azure);
        _hub = _azure.Estate.AddHub(HubId);
    }

    public async Task DisposeAsync() => await _azure.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_hub_shows_what_was_set()
    {
        (_hub.FailedOver, _hub.DisableDeviceSas, _hub.MinTlsVersion, _hub.RejectedAddresses) = (
            true,
            true,
            "1.2",
            ["203.0.113.0/24"]
        );
        var properties = (await GetAsync($"{HubId}?api-version=2023-06-30")).GetProperty("properties");
        Assert.Equal("northeurope", properties.GetProperty("locations")[0].GetProperty("location").GetString());
        Assert.True(properties.GetProperty("disableDeviceSAS").GetBoolean());
        Assert.Equal("1.2", properties.GetProperty("minTlsVersion").GetString());
        Assert.Equal("Reject", properties.GetProperty("ipFilterRules")[0].GetProperty("action").GetString());
    }

    [Fact]
    public async Task Diagnostic_settings_show_categories_and_groups()
    {
        _hub.DiagnosticSettings.Clear();
        _hub.DiagnosticSettings.Add(
            new DiagnosticSetting
            {
                Name = "all",
                Categories = [],
                CategoryGroups = ["allLogs"],
                DisabledCategories = ["Connections"],
            }
        );
        var body = await GetAsync(
            $"{HubId}/providers/microsoft.insights/diagnosticSettings?api-version=2021-05-01-preview"
        );
        var logs = body.GetProperty("value")[0].GetProperty("properties").GetProperty("logs");
        Assert.Equal("allLogs", logs[0].GetProperty("categoryGroup").GetString());
        Assert.False(logs[1].GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task A_workspace_tells_its_customer_id()
    {
        var workspace = _azure.Estate.Workspaces[0];
        var body = await GetAsync($"{workspace.Id}?api-version=2022-10-01");
        Assert.Equal(workspace.CustomerId, body.GetProperty("properties").GetProperty("customerId").GetGuid());
    }

    [Fact]
    public async Task Health_has_a_present_and_a_past()
    {
        var now = new AvailabilityStatus
        {
            State = "Available",
            Summary = "Up",
            OccurredTime = DateTimeOffset.UnixEpoch,
        };
        _hub.Health.Add(now);
        _hub.Health.Add(
            now with
            {
                State = "Unavailable",
                ReasonType = "Unplanned",
                ResolvedTime = DateTimeOffset.UnixEpoch.AddHours(1),
            }
        );
        var path = $"{HubId}/providers/Microsoft.ResourceHealth/availabilityStatuses";
        var current = await GetAsync($"{path}/current?api-version=2022-10-01");
        var all = await GetAsync($"{path}?api-version=2022-10-01");
        Assert.Equal("Available", current.GetProperty("properties").GetProperty("availabilityState").GetString());
        var past = all.GetProperty("value")[1].GetProperty("properties");
        Assert.Equal(DateTimeOffset.UnixEpoch, past.GetProperty("occuredTime").GetDateTimeOffset());
        Assert.True(past.TryGetProperty("recentlyResolved", out _));
    }

    [Theory]
    [InlineData(
        "/fabrikam-iot/providers/Microsoft.Devices/IotHubs/nowhere?api-version=2023-06-30",
        404,
        "ResourceNotFound"
    )]
    [InlineData(
        "/nowhere/providers/Microsoft.Devices/IotHubs/fabrikam-izmir?api-version=2023-06-30",
        404,
        "ResourceGroupNotFound"
    )]
    [InlineData(Hub, 400, "MissingApiVersionParameter")]
    [InlineData(Hub + "?api-version=1999-01-01", 400, "InvalidApiVersionParameter")]
    [InlineData(Hub + "/providers/microsoft.insights/metrics?api-version=2024-02-01&metricnames=x", 400, "BadRequest")]
    public async Task What_is_not_there_is_refused(string path, int status, string code)
    {
        using var answer = await _client.GetAsync(
            AzureService.ResourceManager,
            $"/subscriptions/{HubId.SubscriptionId}/resourceGroups{path}"
        );
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(code, await StandInClient.ErrorCodeAsync(answer));
    }

    [Theory]
    [InlineData(Permissions.ReadHub, "?api-version=2023-06-30")]
    [InlineData(
        Permissions.ReadDiagnosticSettings,
        "/providers/microsoft.insights/diagnosticSettings?api-version=2021-05-01-preview"
    )]
    [InlineData(
        Permissions.ReadMetrics,
        "/providers/microsoft.insights/metrics?api-version=2024-02-01&metricnames=connectedDeviceCount"
    )]
    [InlineData(
        Permissions.ReadHealth,
        "/providers/Microsoft.ResourceHealth/availabilityStatuses?api-version=2022-10-01"
    )]
    public async Task Without_permission_the_action_and_the_scope_are_named(string action, string path)
    {
        _azure.Permissions.Revoke(action);
        using var answer = await _client.GetAsync(AzureService.ResourceManager, HubId + path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var message = (await StandInClient.JsonAsync(answer)).GetProperty("error").GetProperty("message").GetString();
        Assert.Contains($"perform action '{action}' over scope '{HubId}'", message);

        _azure.Permissions.Restore();
        Assert.Equal(
            HttpStatusCode.OK,
            (await _client.GetAsync(AzureService.ResourceManager, HubId + path)).StatusCode
        );
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(AzureService.ResourceManager, path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await StandInClient.JsonAsync(answer);
    }
}
