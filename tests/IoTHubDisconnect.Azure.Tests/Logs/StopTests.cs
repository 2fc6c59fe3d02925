using System.Diagnostics;
using System.Management.Automation;
using AzureStandIn;
using AzureStandIn.Faults;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>Ctrl+C, whatever Azure is doing.</summary>
[Collection(nameof(FleetCloud))]
public sealed class StopTests(FleetCloud cloud)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("Get-DeviceDisconnect", FaultKind.SlowBody)]
    [InlineData("Measure-DisconnectCause", FaultKind.SlowBody)]
    [InlineData("Get-DeviceDisconnect", FaultKind.TooManyRequests)]
    [InlineData("Get-DeviceDisconnect", FaultKind.CutInBody)]
    public void Stops_at_once(string cmdlet, FaultKind kind)
    {
        using var session = cloud.SignIn();
        cloud.Azure.Faults.Add(
            new Fault(kind)
            {
                Service = AzureService.Logs,
                Pause = TimeSpan.FromSeconds(5),
                RetryAfter = 60,
            }
        );
        using var shell = PowerShell
            .Create(session.Runspace)
            .AddScript($"{cmdlet} -WorkspaceId $workspace -StartTime 2026-11-01Z -EndTime 2026-12-01Z");
        var running = shell.BeginInvoke();
        Assert.True(
            SpinWait.SpinUntil(
                () => cloud.Azure.Requests.Any(r => r.Fault is not null) || kind == FaultKind.SlowBody,
                TimeSpan.FromSeconds(30)
            )
        );
        Thread.Sleep(300);

        Assert.False(running.IsCompleted);
        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(watch.Elapsed < Patience, $"Stopping took {watch.Elapsed}.");
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(shell.Streams.Error);
    }
}
