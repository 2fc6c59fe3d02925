using System.Diagnostics;
using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

[CollectionDefinition(nameof(StopTests), DisableParallelization = true)]
public sealed class AloneOnTheMachine;

/// <summary>Ctrl+C, whenever it comes.</summary>
[Collection(nameof(StopTests))]
public sealed class StopTests : IDisposable
{
    /// <summary>A second is promised; a busy machine gets another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData("Get-DeviceDisconnect $log", 50)]
    [InlineData("Get-DeviceDisconnect $log", 500)]
    [InlineData("Get-DeviceDisconnect $log", 1000)]
    [InlineData("Measure-DisconnectCause $log", 50)]
    [InlineData("Measure-DisconnectCause $log", 500)]
    [InlineData("Measure-DisconnectCause $log -By Device", 1000)]
    public void Reading_stops_at_once(string script, int milliseconds)
    {
        var stop = Start(script, EndlessLog.Write(_folder, blocks: 400), out var output);
        Thread.Sleep(milliseconds);

        stop();

        Assert.Empty(output);
    }

    [Fact]
    public void Waiting_for_a_pipe_stops_at_once()
    {
        if (OperatingSystem.IsWindows())
            return;
        Process.Start("mkfifo", _folder.PathOf("pipe.json")).WaitForExit();
        var stop = Start("Get-DeviceDisconnect $log", _folder.PathOf("pipe.json"), out _);
        Thread.Sleep(300);

        stop();
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect $log")]
    [InlineData("Get-DeviceDisconnect $log | Resolve-DisconnectCause")]
    [InlineData("Resolve-DisconnectCause (Get-DeviceDisconnect $log)")]
    public void Giving_stops_at_once(string script)
    {
        var stop = Start(
            $"{script} | ForEach-Object {{ $_; [Threading.Thread]::Sleep(1) }}",
            EndlessLog.Write(_folder, blocks: 1),
            out var output
        );
        Assert.True(SpinWait.SpinUntil(() => output.Count > 3, TimeSpan.FromSeconds(30)));

        stop();
        var given = output.Count;
        Thread.Sleep(50);

        Assert.Equal(given, output.Count);
    }

    [Theory]
    [InlineData("Measure-DisconnectCause")]
    [InlineData("Get-DeviceAttention")]
    [InlineData("Export-DisconnectReport $report")]
    public void Taking_what_waited_stops_at_once(string cmdlet)
    {
        using var isAllThere = new ManualResetEventSlim();
        _session.Runspace.SessionStateProxy.SetVariable("isAllThere", isAllThere);
        _session.Runspace.SessionStateProxy.SetVariable("report", _folder.PathOf("report.html"));
        var stop = Start(
            "$some = @(Get-DeviceDisconnect $log | Resolve-DisconnectCause); $many = $some * [int](1e5 / $some.Count);"
                + "1..20 | & { process { , $many } end { $isAllThere.Set() } } | "
                + $"{cmdlet} -Last 999d -TokenLifetime 2h",
            EndlessLog.Write(_folder, blocks: 1),
            out var output
        );
        Assert.True(isAllThere.Wait(TimeSpan.FromSeconds(60)));
        Thread.Sleep(200);

        stop();

        Assert.Empty(output);
    }

    [Fact]
    public void A_stopped_session_goes_on_with_the_next_command()
    {
        Start("Get-DeviceDisconnect $log", EndlessLog.Write(_folder, blocks: 200), out _)();

        Assert.Equal(
            12,
            _session
                .Run("Get-DeviceDisconnect $log", ("log", _folder.Write("tiny.json", TinyLog.Rows)))
                .Clean()
                .Output.Count
        );
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    /// <summary>
    /// Starts a script and gives what stops it and checks that it stopped in time and without a word.
    /// </summary>
    private Action Start(string script, string log, out PSDataCollection<PSObject> output)
    {
        _session.Runspace.SessionStateProxy.SetVariable("log", log);
        var shell = PowerShell.Create(_session.Runspace).AddScript(script);
        var collected = output = [];
        var running = shell.BeginInvoke<PSObject, PSObject>(null, collected);
        return () =>
        {
            Assert.False(running.IsCompleted, "The script ended before it was stopped.");
            var watch = Stopwatch.StartNew();
            shell.Stop();
            Assert.True(watch.Elapsed < Patience, $"Stopping took {watch.Elapsed}.");
            Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
            Assert.Empty(shell.Streams.Error);
            shell.Dispose();
        };
    }
}
