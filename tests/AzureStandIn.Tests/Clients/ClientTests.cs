using System.Text.Json;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Tests.Clients;

[Collection(FleetCollection.Name)]
public sealed class ClientTests(FleetFixture fixture)
{
    private StandInAzure Azure => fixture.Azure;

    [Fact]
    public async Task The_logs_client_reads_typed_tables_partial_results_and_errors()
    {
        var report = await ClientScript.RunAsync("logs.mjs", fixture);
        Assert.Equal("Success", Text(report, "status"));
        Assert.Equal(
            ["deviceId:string", "rows:long", "firstTime:datetime", "ratio:real", "ok:bool", "bag:dynamic"],
            Texts(report.GetProperty("columns"))
        );
        Assert.Equal(
            fixture.Fleet.Rows.Select(row => row.DeviceId).Distinct().Count(),
            report.GetProperty("rowCount").GetInt32()
        );
        Assert.Equal(fixture.Fleet.Rows.Count, report.GetProperty("total").GetInt32());
        Assert.True(report.GetProperty("timeIsDate").GetBoolean());
        Assert.True(report.GetProperty("hasStatistics").GetBoolean());
        Assert.Equal(RowsOfHub, report.GetProperty("byResource").GetInt32());

        var partial = report.GetProperty("partial");
        Assert.Equal(["PartialFailure", "PartialError"], [Text(partial, "status"), Text(partial, "code")]);
        Assert.Equal(500_000, partial.GetProperty("rows").GetInt32());
        AssertError(report.GetProperty("refused"), 400, "BadArgumentError");
        AssertError(report.GetProperty("unknown"), 404, "ResourceNotFoundError");
    }

    [Fact]
    public async Task The_metrics_clients_read_points_and_gaps()
    {
        var report = await ClientScript.RunAsync("metrics.mjs", fixture);
        Assert.Equal("Count", Text(report.GetProperty("batch"), "unit"));
        Assert.InRange(report.GetProperty("batch").GetProperty("points").GetInt32(), 12, 13);

        JsonElement[] points = [.. report.GetProperty("arm").GetProperty("points").EnumerateArray()];
        JsonElement point = points.First(point =>
            fixture.Hub.ConnectedDeviceCount.ContainsKey(point.GetProperty("timeStamp").GetDateTimeOffset())
        );
        var expected = fixture.Hub.ConnectedDeviceCount[point.GetProperty("timeStamp").GetDateTimeOffset()];
        Assert.Equal(
            [expected.Average, expected.Maximum],
            [point.GetProperty("average").GetDouble(), point.GetProperty("maximum").GetDouble()]
        );
        Assert.False(point.TryGetProperty("minimum", out _));
        Assert.All(
            report.GetProperty("empty").EnumerateArray(),
            empty => Assert.Equal(JsonValueKind.Null, empty.GetProperty("average").ValueKind)
        );
    }

    [Fact]
    public async Task The_resource_clients_read_hubs_settings_and_health()
    {
        var report = await ClientScript.RunAsync("resources.mjs", fixture);
        var hub = report.GetProperty("hub");
        Assert.Equal(fixture.Hub.Id.ToString(), Text(hub, "id"));
        Assert.Equal(["S1", "Standard"], [Text(hub.GetProperty("sku"), "name"), Text(hub.GetProperty("sku"), "tier")]);
        Assert.Equal($"{fixture.Hub.Id.Name}.azure-devices.net", Text(hub, "hostName"));
        Assert.Equal(
            ["primary", "secondary"],
            hub.GetProperty("locations").EnumerateArray().Select(location => Text(location, "role"))
        );
        Assert.Equal(
            Names(known => known.SubscriptionId == fixture.Hub.Id.SubscriptionId),
            Texts(report.GetProperty("names"))
        );
        Assert.Equal(
            Names(known => known.ResourceGroup == fixture.Hub.Id.ResourceGroup),
            Texts(report.GetProperty("namesInGroup"))
        );

        var setting = report.GetProperty("setting");
        Assert.Equal(fixture.Hub.DiagnosticSettings[0].WorkspaceId, Text(setting, "workspaceId"));
        Assert.Equal("Connections", Text(setting.GetProperty("logs")[0], "category"));
        var workspace = report.GetProperty("workspace");
        var there = Azure.Estate.FindWorkspace(ArmId.Parse(fixture.Hub.DiagnosticSettings[0].WorkspaceId!))!;
        Assert.Equal($"{there.CustomerId}", Text(workspace, "customerId"));
        Assert.Equal(["Enabled", "RespectQuota"], [Text(workspace, "query"), Text(workspace, "ingestion")]);
        Assert.Equal((30, true), (Number(workspace, "retention"), workspace.GetProperty("byResource").GetBoolean()));
        var graph = report.GetProperty("graph");
        Assert.Equal(
            (Azure.Estate.Hubs.Count, 1, Azure.Estate.Hubs.Count - 1),
            (Number(graph, "total"), Number(graph, "count"), Number(graph, "rest"))
        );
        Assert.Equal("Active", Text(graph, "state"));
        var made = report.GetProperty("made");
        Assert.Equal(["more", "Routes", "more"], [Text(made, "name"), Text(made, "category"), Text(made, "again")]);
        AssertError(report.GetProperty("conflict"), 409, "Conflict");
        AssertError(report.GetProperty("noSubscription"), 400, "BadRequest");
        AssertError(report.GetProperty("wrongQuery"), 400, "BadRequest");
        Assert.Equal("Available", Text(report.GetProperty("health"), "state"));
        AssertError(report.GetProperty("missing"), 404, "ResourceNotFound");
        AssertError(report.GetProperty("wrongGroup"), 404, "ResourceGroupNotFound");
    }

    [Fact]
    public async Task The_Data_Explorer_client_reads_both_versions()
    {
        var report = await ClientScript.RunAsync("data-explorer.mjs", fixture);
        foreach (var rows in new[] { report.GetProperty("version1"), report.GetProperty("version2") })
        {
            Assert.Equal(["Error", "Information"], rows.EnumerateArray().Select(row => Text(row, "Level")));
            Assert.Equal(
                fixture.Fleet.Rows.Count,
                rows.EnumerateArray().Sum(row => row.GetProperty("rows").GetInt32())
            );
        }

        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("refused").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("noDatabase").ValueKind);
    }

    [Theory]
    [InlineData("virtual machine")]
    [InlineData("App Service")]
    [InlineData("Azure Automation")]
    public async Task The_identity_client_finds_the_managed_identity_of(string place)
    {
        var environment = new Dictionary<string, string?>
        {
            ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = Azure.Endpoints.InstanceMetadata.ToString(),
        };
        if (place != "virtual machine")
        {
            environment["IDENTITY_ENDPOINT"] = (
                place == "App Service" ? Azure.Endpoints.AppServiceIdentity : Azure.Endpoints.AutomationIdentity
            ).ToString();
            environment["IDENTITY_HEADER"] = Azure.Options.IdentityHeader;
        }

        var report = await ClientScript.RunAsync("managed-identity.mjs", fixture, environment);
        Assert.Equal("https://management.azure.com", Text(report, "audience"));
        Assert.True(report.GetProperty("expiresOn").GetDateTimeOffset() > DateTimeOffset.UtcNow);
    }

    private IEnumerable<string> Names(Func<ArmId, bool> isWanted) =>
        Azure.Estate.Hubs.Where(known => isWanted(known.Id)).Select(known => known.Id.Name);

    private int RowsOfHub =>
        fixture.Fleet.Rows.Count(row =>
            row.ResourceId.EndsWith(fixture.Hub.Id.Name, StringComparison.OrdinalIgnoreCase)
        );

    private static void AssertError(JsonElement error, int status, string code)
    {
        Assert.Equal(status, error.GetProperty("statusCode").GetInt32());
        Assert.Equal(code, Text(error, "code"));
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.EnumerateArray().Select(item => item.GetString()!);
}
