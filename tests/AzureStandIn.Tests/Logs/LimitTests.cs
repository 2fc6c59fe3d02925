using System.Net;
using System.Text.Json;
using AzureStandIn.Logs;

namespace AzureStandIn.Tests.Logs;

public sealed class LimitTests(FleetFixture fixture) : IClassFixture<FleetFixture>
{
    private const string AllRows = "AzureDiagnostics | project TimeGenerated, properties_s";

    [Fact]
    public async Task Too_many_rows_are_cut_off_with_a_partial_error()
    {
        var body = await BodyAsync(new QueryLimits { Rows = 100 }, AllRows);
        Assert.Equal(100, body.GetProperty("tables")[0].GetProperty("rows").GetArrayLength());
        Assert.Equal("PartialError", body.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Too_many_bytes_are_cut_off_with_a_partial_error()
    {
        var body = await BodyAsync(new QueryLimits { Bytes = 20_000 }, AllRows);
        var rows = body.GetProperty("tables")[0].GetProperty("rows");
        Assert.InRange(rows.GetRawText().Length, 15_000, 20_000);
        Assert.Equal("PartialError", body.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_query_that_reads_too_much_runs_out_of_time()
    {
        var start = fixture.Fleet.Rows.Min(row => row.Time);
        var few = fixture.Fleet.Rows.Count(row => row.Time >= start && row.Time < start.AddHours(1));
        await using var azure = await StartAsync(new QueryLimits { RowsRead = few });
        using var client = new StandInClient(azure);
        var oneHour =
            $"AzureDiagnostics | where TimeGenerated >= datetime({start:O}) and TimeGenerated < "
            + $"datetime({start.AddHours(1):O}) | count";
        using var enough = await client.QueryAsync(Path(azure), oneHour);
        using var tooMuch = await client.QueryAsync(Path(azure), "AzureDiagnostics | count");
        Assert.Equal(few, (await StandInClient.RowsAsync(enough))[0][0].GetInt32());
        Assert.Equal(HttpStatusCode.GatewayTimeout, tooMuch.StatusCode);
    }

    [Fact]
    public async Task A_sixth_query_at_once_is_throttled()
    {
        await using var azure = await StartAsync(new QueryLimits { RetryAfter = 7 });
        using var client = new StandInClient(azure);
        // Long queries keep their places while the others come.
        const string query = "range i from 1 to 500000 step 1 | summarize sum(i)";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.QueryAsync(Path(azure), query)));
        HttpResponseMessage[] throttled =
        [
            .. answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests),
        ];
        Assert.NotEmpty(throttled);
        Assert.All(throttled, answer => Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta));
        Assert.Equal(5, azure.PeakConcurrentQueries);
    }

    [Fact]
    public async Task Too_many_queries_in_a_while_are_throttled_for_each_principal()
    {
        await using var azure = await StartAsync(
            new QueryLimits { QueriesPerWindow = 3, RateWindow = TimeSpan.FromHours(1) }
        );
        using var client = new StandInClient(azure);
        var token = azure.Tokens.Text(
            azure.Tokens.Issue("https://api.loganalytics.io") with
            {
                ObjectId = Guid.NewGuid(),
            }
        );
        using var other = new StandInClient(azure) { Token = token };
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.QueryAsync(Path(azure), "print 1")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.QueryAsync(Path(azure), "print 1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.QueryAsync(Path(azure), "print 1")).StatusCode);
    }

    [Fact]
    public async Task A_workspace_without_the_table_and_columns_that_overflowed()
    {
        await using var azure = await StartAsync(new QueryLimits(), LogColumns.Overflowed);
        using var client = new StandInClient(azure);
        const string query =
            "AzureDiagnostics | where isnotempty(AdditionalFields.properties_s) and "
            + "column_ifexists('properties_s', '') == '' | count";
        Assert.Equal(
            fixture.Fleet.Rows.Count,
            (await StandInClient.RowsAsync(await client.QueryAsync(Path(azure), query)))[0][0].GetInt32()
        );

        azure.Estate.Workspaces[0].HasTable = false;
        using var answer = await client.QueryAsync(Path(azure), query);
        var cause = (await StandInClient.JsonAsync(answer))
            .GetProperty("error")
            .GetProperty("innererror")
            .GetProperty("innererror");
        Assert.Equal(
            "Failed to resolve table or column expression named 'AzureDiagnostics'",
            cause.GetProperty("message").GetString()
        );
    }

    private async Task<JsonElement> BodyAsync(QueryLimits limits, string query)
    {
        await using var azure = await StartAsync(limits);
        using var client = new StandInClient(azure);
        using var answer = await client.QueryAsync(Path(azure), query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await StandInClient.JsonAsync(answer);
    }

    private async Task<StandInAzure> StartAsync(QueryLimits limits, LogColumns columns = LogColumns.Own)
    {
        var azure = await StandInAzure.StartAsync(new StandInOptions { Limits = limits, Columns = columns });
        await azure.LoadAsync(fixture.Folder);
        return azure;
    }

    private static string Path(StandInAzure azure) => $"/v1/workspaces/{azure.Estate.Workspaces[0].CustomerId}/query";
}
