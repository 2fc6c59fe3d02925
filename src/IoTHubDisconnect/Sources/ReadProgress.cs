using System.Diagnostics;
using System.Management.Automation;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Commands;

/// <summary>Shows progress once reading has taken longer than people wait without a sign.</summary>
internal sealed class ReadProgress(Cmdlet cmdlet)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Patience;

    public void Show(LogReadProgress progress)
    {
        if (_watch.Elapsed < _next) return;
        _next = _watch.Elapsed + Interval;
        cmdlet.WriteProgress(new ProgressRecord(0, "Reading logs", $"{progress.Bytes / 1e6:N0} MB, {progress.Files:N0} of {progress.AllFiles:N0} files")
        {
            PercentComplete = progress.AllBytes is { } all and > 0 ? (int)Math.Clamp(100 * progress.Bytes / all, 0, 100) : -1,
        });
    }

    public void Complete()
    {
        if (_next > Patience) cmdlet.WriteProgress(new ProgressRecord(0, "Reading logs", "Done") { RecordType = ProgressRecordType.Completed });
    }
}
