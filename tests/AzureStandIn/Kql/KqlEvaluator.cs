using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;

namespace AzureStandIn.Kql;

/// <summary>The KQL evaluator, a child process that ends with this one. It starts when it is first needed.</summary>
internal sealed class KqlEvaluator(StandInOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private Process? process;
    private HttpClient? client;

    /// <summary>Where the evaluator's sources are.</summary>
    public static string Folder { get; } = typeof(KqlEvaluator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "KqlEvaluator").Value!;

    /// <summary>Adds the rows of exported logs: a file, or all files below a folder.</summary>
    public async Task LoadAsync(string path)
    {
        using HttpResponseMessage answer = await (await ClientAsync()).PostAsJsonAsync("/load", new { path });
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellation) =>
        await (await ClientAsync()).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (process is not null)
        {
            process.StandardInput.Close();
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
        string columns = options.Columns == Logs.LogColumns.Overflowed ? "overflowed" : "own";
        process = NodeProcess.Start("node", Folder,
        [
            "--max-old-space-size=8192", "--max-semi-space-size=128", "bin/kql.mjs", "--serve", "0", "--until-input-ends",
            "--diagnostics-table", "AzureDiagnostics", "--diagnostics-columns", columns,
        ]);
        string? line = await process.StandardOutput.ReadLineAsync();
        if (line is null)
            throw new InvalidOperationException($"The KQL evaluator did not start: {await process.StandardError.ReadToEndAsync()}");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new HttpClient { BaseAddress = new Uri(line), Timeout = Timeout.InfiniteTimeSpan };
    }
}
