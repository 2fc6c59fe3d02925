using System.Management.Automation;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

[Collection(nameof(StopTests))]
public sealed partial class ProgressTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Fact]
    public void Long_reading_tells_how_far_it_is_and_of_how_much()
    {
        _session.Runspace.SessionStateProxy.SetVariable("log", EndlessLog.Write(_folder, blocks: 1_200));
        using var shell = PowerShell.Create(_session.Runspace).AddScript("Measure-DisconnectCause $log");
        using var shown = new ManualResetEventSlim();
        ProgressRecord? told = null;
        shell.Streams.Progress.DataAdded += (_, added) =>
        {
            var record = shell.Streams.Progress[added.Index];
            if (!HowFar().IsMatch(record.StatusDescription))
                return;
            told ??= record;
            shown.Set();
        };
        shell.BeginInvoke();

        Assert.True(shown.Wait(TimeSpan.FromSeconds(60)));
        shell.Stop();
        Assert.InRange(told!.PercentComplete, 0, 100);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"^\d+\.\d of [1-9]\d*\.\d MB, 0 of 1 files, [1-9][\d,]* rows$")]
    private static partial Regex HowFar();
}
