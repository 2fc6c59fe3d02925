using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Sources;

/// <summary>Exported logs: files, and folders with all below them.</summary>
/// <param name="paths">What a person named.</param>
/// <param name="dateOrder">The order of day and month in them; null to find it in each.</param>
internal sealed class FileSource(IReadOnlyList<string> paths, LogDateOrder? dateOrder) : ILogSource
{
    private int _files;
    private bool _isTold;

    public TimePeriod? Period => null;

    public IReadOnlyCollection<string> Hubs => [];

    public Task<ReadRows?> ReadAsync(SourceReading reading)
    {
        void Report(LogProblem problem)
        {
            _isTold |= problem.Kind != LogProblemKind.OtherCategory;
            reading.Report(problem);
        }
        var files = LogFileFinder.Find(paths, Report);
        _files = files.Count;
        return Task.FromResult(
            _files == 0
                ? null
                : StreamReading.Read(
                    files,
                    Report,
                    progress => reading.Progress(SourceProgress.Of(progress)),
                    reading.Call.Cancellation,
                    dateOrder
                )
        );
    }

    public Task<string?> WhyNoRowsAsync(AzureCall call) =>
        Task.FromResult(
            _isTold
                ? null
                : $"No row that tells of a connect or a disconnect was found in {Counted.Of(_files, "file")}. "
                    + "Does the hub's diagnostic setting send Connections there?"
        );
}
