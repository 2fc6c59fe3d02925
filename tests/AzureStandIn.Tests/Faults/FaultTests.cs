using System.Net;
using System.Text.Json;
using AzureStandIn.Faults;
using AzureStandIn.Hosting;

namespace AzureStandIn.Tests.Faults;

public sealed class FaultTests(FleetFixture fixture) : IClassFixture<FleetFixture>, IDisposable
{
    private readonly StandInClient _client = new(fixture.Azure);

    private StandInAzure Azure => fixture.Azure;

    public void Dispose()
    {
        Azure.Faults.Clear();
        Azure.ForgetRequests();
        _client.Dispose();
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized, 401)]
    [InlineData(FaultKind.Forbidden, 403)]
    [InlineData(FaultKind.NotFound, 404)]
    [InlineData(FaultKind.TooManyRequests, 429)]
    [InlineData(FaultKind.InternalServerError, 500)]
    [InlineData(FaultKind.ServiceUnavailable, 503)]
    [InlineData(FaultKind.GatewayTimeout, 504)]
    public async Task A_status_with_an_error_and_perhaps_Retry_After(FaultKind kind, int status)
    {
        Azure.Faults.Add(
            new Fault(kind)
            {
                Service = AzureService.Logs,
                RetryAfter = 3,
                Times = 1,
            }
        );
        using var answer = await QueryAsync();
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), answer.Headers.RetryAfter!.Delta);
        Assert.NotNull(await StandInClient.ErrorCodeAsync(answer));
        Assert.Equal(HttpStatusCode.OK, (await QueryAsync()).StatusCode);
    }

    [Fact]
    public async Task A_cut_before_the_headers_and_one_in_the_body()
    {
        Azure.Faults.Add(new Fault(FaultKind.CutBeforeHeaders) { Times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(QueryAsync);
        Azure.Faults.Clear();
        Azure.Faults.Add(new Fault(FaultKind.CutInBody) { Times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(QueryAsync);
        Assert.Equal([0, 200], Azure.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task Slow_bytes_make_the_right_answer()
    {
        var expected = await (await QueryAsync()).Content.ReadAsStringAsync();
        Azure.Faults.Add(new Fault(FaultKind.SlowBody) { Pause = TimeSpan.FromMilliseconds(1) });
        Assert.Equal(expected, await (await QueryAsync()).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Partial_malformed_and_empty_answers_have_status_200()
    {
        Azure.Faults.Add(new Fault(FaultKind.PartialResult) { Rows = 2, Times = 1 });
        var partial = await StandInClient.JsonAsync(await QueryAsync());
        Assert.Equal(2, partial.GetProperty("tables")[0].GetProperty("rows").GetArrayLength());
        Assert.Equal("PartialError", partial.GetProperty("error").GetProperty("code").GetString());

        Azure.Faults.Clear();
        Azure.Faults.Add(new Fault(FaultKind.MalformedJson) { Times = 1 });
        using var malformed = await QueryAsync();
        Assert.Equal(HttpStatusCode.OK, malformed.StatusCode);
        await Assert.ThrowsAnyAsync<JsonException>(() => StandInClient.JsonAsync(malformed));

        Azure.Faults.Clear();
        Azure.Faults.Add(new Fault(FaultKind.EmptyBody) { Times = 1 });
        using var empty = await QueryAsync();
        Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        Assert.Empty(await empty.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_fault_strikes_where_and_when_it_is_meant_to()
    {
        Azure.Faults.Add(new Fault(FaultKind.InternalServerError) { QueryContains = "print 2" });
        Azure.Faults.Add(
            new Fault(FaultKind.NotFound)
            {
                PathContains = "IOTHUBS",
                Service = AzureService.ResourceManager,
                After = 1,
                Times = 1,
            }
        );
        Assert.Equal(HttpStatusCode.OK, (await QueryAsync("print 1")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await QueryAsync("print 2")).StatusCode);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            statuses.Add(
                (
                    await _client.GetAsync(AzureService.ResourceManager, $"{fixture.Hub.Id}?api-version=2023-06-30")
                ).StatusCode
            );
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task Random_faults_depend_on_the_seed_and_the_requests_not_on_their_order()
    {
        string[] queries = [.. Enumerable.Range(0, 40).Select(number => $"print {number}")];
        var forwards = await FaultsAsync(11, queries);
        var backwards = await FaultsAsync(11, [.. queries.Reverse()]);
        var otherwise = await FaultsAsync(12, queries);
        Assert.Equal(forwards.OrderBy(pair => pair.Key), backwards.OrderBy(pair => pair.Key));
        Assert.NotEqual(forwards.OrderBy(pair => pair.Key), otherwise.OrderBy(pair => pair.Key));
        Assert.InRange(forwards.Values.Count(kind => kind is not null), 8, 32);
    }

    [Fact]
    public async Task The_log_of_requests_has_the_query_and_no_token()
    {
        await QueryAsync("print 7");
        var request = Assert.Single(Azure.Requests);
        Assert.Equal(
            ("POST", "print 7", "PT1H", 200),
            (request.Method, request.Query, request.TimeSpan, request.Status)
        );
        Assert.Contains("Content-Type", request.Headers.Keys);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    private async Task<Dictionary<string, FaultKind?>> FaultsAsync(int seed, string[] queries)
    {
        Azure.Faults.Randomly(
            seed,
            0.5,
            AzureService.Logs,
            [FaultKind.InternalServerError, FaultKind.TooManyRequests, FaultKind.EmptyBody]
        );
        Azure.ForgetRequests();
        foreach (var query in queries)
            await QueryAsync(query);
        return Azure.Requests.ToDictionary(request => request.Query!, request => request.Fault?.Kind);
    }

    private Task<HttpResponseMessage> QueryAsync() => QueryAsync("range i from 1 to 100 step 1");

    private Task<HttpResponseMessage> QueryAsync(string query) =>
        _client.QueryAsync($"/v1/workspaces/{Azure.Estate.Workspaces[0].CustomerId}/query", query, "PT1H");
}
