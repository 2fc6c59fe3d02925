using System.Diagnostics;
using System.Management.Automation;
using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.Commands;

/// <summary>Shows progress once Azure has taken longer than people wait without a sign.</summary>
internal sealed class QueryProgressBar(Cmdlet cmdlet)
{
    private const string Activity = "Reading logs from Azure";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private bool _isShown;

    public void Show(QueryProgress progress)
    {
        if (_watch.Elapsed < Patience)
            return;
        _isShown = true;
        cmdlet.WriteProgress(
            new ProgressRecord(
                0,
                Activity,
                $"{progress.Rows:N0} rows, {progress.Done:N0} of {progress.Slices:N0} slices"
            )
            {
                PercentComplete = Math.Clamp(100 * progress.Done / Math.Max(1, progress.Slices), 0, 100),
            }
        );
    }

    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(0, Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
