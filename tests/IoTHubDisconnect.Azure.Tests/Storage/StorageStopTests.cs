using System.Diagnostics;
using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Ctrl+C, while the network keeps one waiting.</summary>
[Collection(nameof(LogContainers))]
public sealed class StorageStopTests(LogContainers containers)
{
    /// <summary>A second is promised; a busy machine gets another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("Get-DeviceDisconnect", true)]
    [InlineData("Get-DeviceDisconnect", false)]
    [InlineData("Measure-DisconnectCause", false)]
    public void Stops_at_once(string cmdlet, bool whileListing)
    {
        using var session = containers.Open();
        using var reached = new ManualResetEventSlim();
        containers.Proxy.Before = async request =>
        {
            if (request.IsDownload == whileListing)
                return;
            reached.Set();
            await Task.Delay(TimeSpan.FromSeconds(20));
        };
        using var shell = PowerShell
            .Create(session.Runspace)
            .AddScript($"{cmdlet} -StorageContainerUri $container -StartTime $start -EndTime $end");
        var running = shell.BeginInvoke();
        Assert.True(reached.Wait(TimeSpan.FromSeconds(30)));

        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(watch.Elapsed < Patience, $"Stopping took {watch.Elapsed}.");
        Assert.True(running.IsCompleted);
        Assert.Empty(shell.Streams.Error);
    }
}
