using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using AzureStandIn.Logs;

namespace AzureStandIn.Kql;

/// <summary>The KQL evaluator, a child process that ends with this one. It starts when it is first needed.</summary>
internal sealed class KqlEvaluator(StandInOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private Process? _process;
    private HttpClient? _client;

    /// <summary>Where the evaluator's sources are.</summary>
    public static string Folder { get; } =
        typeof(KqlEvaluator)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "KqlEvaluator")
            .Value!;

    // Much of what a query makes dies young, if the young have room.
    private string[] Arguments =>
        [
            "--max-old-space-size=8192",
            "--max-semi-space-size=64",
            "kql.mjs",
            "--serve",
            "0",
            "--until-input-ends",
            "--diagnostics-columns",
            options.Columns == LogColumns.Overflowed ? "overflowed" : "own",
            .. new[] { LogsService.Table, options.Table }
                .Distinct()
                .SelectMany(name => new[] { "--diagnostics-table", name }),
        ];

    /// <summary>Adds the rows of exported logs: a file, or all files below a folder.</summary>
    public async Task<LoadedLogs> LoadAsync(string path)
    {
        using var answer = await (await ClientAsync()).PostAsJsonAsync("/load", new { path });
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<LoadedLogs>())!
            : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Runs a query over tables that come with it: its rows, or why it was refused.</summary>
    public async Task<(JsonElement[] Rows, string? Error)> QueryAsync(string query, object tables)
    {
        using var answer = await (await ClientAsync()).PostAsJsonAsync("/tables/query", new { query, tables });
        return answer.IsSuccessStatusCode
            ? ((await answer.Content.ReadFromJsonAsync<JsonElement[]>())!, null)
            : ([], await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellation) =>
        await (await ClientAsync()).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _gate.Dispose();
    }

    private async Task<HttpClient> ClientAsync()
    {
        if (_client is not null)
            return _client;
        await _gate.WaitAsync();
        try
        {
            return _client ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<HttpClient> StartAsync()
    {
        await NodePackages.InstallAsync(Folder);
        _process = NodeProcess.Start("node", Folder, Arguments);
        var line = await _process.StandardOutput.ReadLineAsync();
        if (line is null)
            throw new InvalidOperationException(
                $"The KQL evaluator did not start: {await _process.StandardError.ReadToEndAsync()}"
            );
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        return new HttpClient { BaseAddress = new Uri(line), Timeout = Timeout.InfiniteTimeSpan };
    }
}
