using System.Net;
using System.Text.Json;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Tests.Logs;

[Collection(FleetCollection.Name)]
public sealed class LogsQueryTests(FleetFixture fixture) : IDisposable
{
    private readonly StandInClient _client = new(fixture.Azure);

    private string WorkspacePath => $"/v1/workspaces/{fixture.Azure.Estate.Workspaces[0].CustomerId}/query";

    private string HubPath => $"/v1{fixture.Hub.Id}/query";

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_workspace_has_every_row_and_a_hub_its_own()
    {
        var ofHub = fixture.Fleet.Rows.Count(row =>
            row.ResourceId.EndsWith(fixture.Hub.Id.Name, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(fixture.Fleet.Rows.Count, await CountAsync(WorkspacePath));
        Assert.Equal(ofHub, await CountAsync(HubPath));
        Assert.Equal(ofHub, await CountAsync(HubPath.ToUpperInvariant().Replace("/V1/", "/v1/")));
    }

    [Fact]
    public async Task Rows_have_the_columns_of_AzureDiagnostics()
    {
        const string query =
            "AzureDiagnostics | where Category == 'Connections' and ResultType == '404104' | take 1 "
            + "| project TimeGenerated, ResourceId, _ResourceId, ResourceProvider, ResourceType, Resource, "
            + "OperationName, Level, properties_s, location_s";
        var row = (await StandInClient.RowsAsync(await _client.QueryAsync(WorkspacePath, query)))[0];
        Assert.StartsWith("/SUBSCRIPTIONS/", row[1].GetString());
        Assert.StartsWith("/subscriptions/", row[2].GetString());
        Assert.Equal(["MICROSOFT.DEVICES", "IOTHUBS"], [row[3].GetString()!, row[4].GetString()!]);
        Assert.Equal(["deviceDisconnect", "Error"], [row[6].GetString()!, row[7].GetString()!]);
        Assert.Contains("deviceId", row[8].GetString());
        Assert.NotEmpty(row[9].GetString()!);
    }

    [Theory]
    [InlineData("AzureDiagnostics | where", "SyntaxError")]
    [InlineData("AzureDiagnostics | where nope == 1", "SemanticError")]
    [InlineData("Nowhere", "SemanticError")]
    public async Task A_query_that_the_parser_refuses_fails(string query, string inner)
    {
        using var answer = await _client.QueryAsync(HubPath, query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await StandInClient.JsonAsync(answer)).GetProperty("error");
        Assert.Equal(
            ["BadArgumentError", inner],
            [error.GetProperty("code").GetString()!, error.GetProperty("innererror").GetProperty("code").GetString()!]
        );
    }

    [Fact]
    public async Task Without_permission_it_is_refused()
    {
        using var other = new StandInClient(fixture.Azure) { Token = TokenOf(Guid.NewGuid(), out var objectId) };
        fixture.Azure.Permissions.Revoke(Permissions.QueryWorkspace, objectId);
        fixture.Azure.Permissions.Revoke(Permissions.QueryResource, objectId);
        using var byWorkspace = await other.QueryAsync(WorkspacePath, "print 1");
        using var byHub = await other.QueryAsync(HubPath, "print 1");
        Assert.Equal("InsufficientAccessError", await StandInClient.ErrorCodeAsync(byWorkspace));
        Assert.Equal("AuthorizationFailedError", await StandInClient.ErrorCodeAsync(byHub));
        Assert.Equal(HttpStatusCode.OK, (await _client.QueryAsync(HubPath, "print 1")).StatusCode);
    }

    [Fact]
    public async Task Without_a_content_type_the_answer_is_empty()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Azure.Endpoints.Logs, HubPath))
        {
            Content = new ByteArrayContent("{}"u8.ToArray()),
        };
        using var answer = await _client.SendAsync(AzureService.Logs, request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private string TokenOf(Guid principal, out Guid objectId) =>
        fixture.Azure.Tokens.Text(
            fixture.Azure.Tokens.Issue("https://api.loganalytics.io") with
            {
                ObjectId = objectId = principal,
            }
        );

    private async Task<int> CountAsync(string path) =>
        (await StandInClient.RowsAsync(await _client.QueryAsync(path, "AzureDiagnostics | count")))[0][0].GetInt32();
}
