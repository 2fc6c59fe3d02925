using System.Diagnostics;
using System.Text.RegularExpressions;
using AzureStandIn.Kql;
using IoTHubDisconnect.Tests;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Microsoft's own emulator of the blob service, on a free port, with everything in memory.</summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    private static readonly string Folder = Repository.PathOf("tests/IoTHubDisconnect.Azure.Tests/Storage/Azurite");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private AzuriteProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it, installed by npm if it is not there yet.</summary>
    public static async Task<AzuriteProcess> StartAsync(
        LoopbackCertificate certificate,
        params StorageAccount[] accounts
    )
    {
        await NodePackages.InstallAsync(Folder);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Path.Combine(Folder, "node_modules/azurite/dist/src/blob/main.js"),
                "--blobPort",
                "0",
                "--inMemoryPersistence",
                "--silent",
                "--cert",
                certificate.CertificatePath,
                "--key",
                certificate.KeyPath,
                "--oauth",
                "basic",
                "--skipApiVersionCheck",
                "--disableTelemetry",
            },
            Environment =
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Select(account => $"{account.Name}:{account.Key}")),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Run(
            start,
            line =>
            {
                if (Listening().Match(line) is { Success: true } match)
                    listening.TrySetResult(new Uri(match.Value));
            }
        );
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("Azurite ended at once."));
        return new AzuriteProcess(process, await listening.Task.WaitAsync(Patience));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static Process Run(ProcessStartInfo start, Action<string> take)
    {
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        DataReceivedEventHandler receive = (_, data) =>
        {
            if (data.Data is { } line)
                lock (start)
                    take(line);
        };
        process.OutputDataReceived += receive;
        process.ErrorDataReceived += receive;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    [GeneratedRegex(@"(?<=successfully listens on )https://\S+")]
    private static partial Regex Listening();
}
