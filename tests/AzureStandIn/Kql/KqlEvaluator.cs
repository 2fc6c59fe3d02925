using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using AzureStandIn.Logs;

namespace AzureStandIn.Kql;

/// <summary>The KQL evaluator, a child process that ends with this one. It starts when it is first needed.</summary>
internal sealed class KqlEvaluator(StandInOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private Process? process;
    private HttpClient? client;

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
        using HttpResponseMessage answer = await (await ClientAsync()).PostAsJsonAsync("/load", new { path });
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<LoadedLogs>())!
            : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellation) =>
        await (await ClientAsync()).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        gate.Dispose();
    }

    private async Task<HttpClient> ClientAsync()
    {
        if (client is not null)
            return client;
        await gate.WaitAsync();
        try
        {
            return client ??= await StartAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<HttpClient> StartAsync()
    {
        await NodePackages.InstallAsync(Folder);
        process = NodeProcess.Start("node", Folder, Arguments);
        string? line = await process.StandardOutput.ReadLineAsync();
        if (line is null)
            throw new InvalidOperationException(
                $"The KQL evaluator did not start: {await process.StandardError.ReadToEndAsync()}"
            );
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new HttpClient { BaseAddress = new Uri(line), Timeout = Timeout.InfiniteTimeSpan };
    }
}
