using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml;
using AzureStandIn.Kql;
using IoTHubDisconnect.Alerts;
using IoTHubDisconnect.Tests;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>
/// The KQL evaluator with logs loaded, asked as a rule asks: at a moment, and for the time before it that the rule
/// reads.
/// </summary>
internal sealed class LogEngine : IAsyncDisposable
{
    private static readonly string Folder = Repository.PathOf("tests/KqlEvaluator");

    private readonly Process _process;
    private readonly HttpClient _http;

    private LogEngine(Process process, Uri address) =>
        (_process, _http) = (process, new HttpClient { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan });

    public static async Task<LogEngine> LoadAsync(string logs, string columns = "own")
    {
        await NodePackages.InstallAsync(Folder);
        var process = NodeProcess.Start(
            "node",
            Folder,
            [
                "kql.mjs",
                "--serve",
                "0",
                "--until-input-ends",
                "--diagnostics-columns",
                columns,
                "--diagnostics-table",
                "AzureDiagnostics",
            ]
        );
        var line =
            await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var engine = new LogEngine(process, new Uri(line));
        (await engine._http.PostAsJsonAsync("/load", new { path = logs })).EnsureSuccessStatusCode();
        return engine;
    }

    /// <summary>The hubs that the query counts devices of, and how many.</summary>
    public Task<Dictionary<string, int>> AskAsync(AlertQuery query, DateTimeOffset now) =>
        AskAsync(query.ToString(), query.Range, now);

    public async Task<Dictionary<string, int>> AskAsync(string query, TimeSpan range, DateTimeOffset now)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/workspaces/{Guid.Empty}/query")
        {
            Content = JsonContent.Create(new { query, timespan = XmlConvert.ToString(range) }),
        };
        request.Headers.Add("query-now", now.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        using var answer = JsonDocument.Parse(body);
        return answer
            .RootElement.GetProperty("tables")[0]
            .GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(r => r[0].GetString()!, r => r[2].GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
