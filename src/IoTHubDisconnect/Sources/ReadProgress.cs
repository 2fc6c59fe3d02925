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
        if (_watch.Elapsed < _next)
            return;
        _next = _watch.Elapsed + Interval;
        cmdlet.WriteProgress(
            new ProgressRecord(0, "Reading logs", Describe(progress)) { PercentComplete = progress.Percent }
        );
    }

    private static string Describe(LogReadProgress progress)
    {
        var all = progress.AllBytes is { } bytes ? $"of {bytes / 1e6:N1} " : "";
        return $"{progress.Bytes / 1e6:N1} {all}MB, {progress.Files:N0} of {progress.AllFiles:N0} files, {progress.Rows:N0} rows";
    }

    public void Complete()
    {
        if (_next > Patience)
            cmdlet.WriteProgress(
                new ProgressRecord(0, "Reading logs", "Done") { RecordType = ProgressRecordType.Completed }
            );
    }
}
