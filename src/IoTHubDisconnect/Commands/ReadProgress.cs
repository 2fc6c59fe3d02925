using System.Diagnostics;
using System.Management.Automation;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Commands;

/// <summary>Shows progress once reading has taken longer than people wait without a sign.</summary>
internal sealed class ReadProgress(Cmdlet cmdlet)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Patience;
    private string? _shown;

    public void Show(SourceProgress progress)
    {
        if (_watch.Elapsed < _next)
            return;
        _next = _watch.Elapsed + Interval;
        _shown = progress.Activity;
        cmdlet.WriteProgress(
            new ProgressRecord(0, progress.Activity, progress.Status) { PercentComplete = progress.Percent }
        );
    }

    public void Complete()
    {
        if (_shown is not null)
            cmdlet.WriteProgress(new ProgressRecord(0, _shown, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
