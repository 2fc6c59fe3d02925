using System.Management.Automation;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet whose source is exported log files, or a log in Azure.</summary>
public abstract class LogCmdlet : StorageLogCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    // The default set has no -HubName: a hub's name alone would mean that set and prompt for the path, rather than mean Azure.
    private protected const string HubOfPathSet = "HubOfPath";

    private readonly List<string> _paths = [];
    private readonly List<LogProblem> _problems = [];
    private ReadProgress? _progress;

    /// <summary>Files and folders of exported logs; wildcards are resolved.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = HubOfPathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [LogPath]
    public virtual string[] Path { get; set; } = [];

    /// <summary>Files and folders of exported logs, taken as they are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The name of a hub, whose logs or whose blobs are read; in log files the hubs to report, with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [Parameter(Mandatory = true, ParameterSetName = HubOfPathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = StorageSet)]
    [FormedAs(@"[\w*?\[\]-]+", "name of a hub: letters, digits and hyphens, without the domain")]
    [ValidateWildcards]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public override string? HubName { get; set; }

    /// <summary>Whether the day or the month comes first in the dates of files, such as 07/08/2026; found in each file where not given.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = HubOfPathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public LogDateOrder? DateOrder { get; set; }

    /// <summary>Reads the log and gives what the cmdlet is for.</summary>
    protected sealed override void EndProcessing()
    {
        try
        {
            Finish();
        }
        catch (TemporaryFileException exception)
        {
            ThrowTerminatingError(Errors.NoTemporaryFile(exception));
        }
    }

    private protected abstract void Finish();

    /// <summary>What kept parts of the log from being read.</summary>
    private protected IReadOnlyList<LogProblem> Problems => _problems;

    /// <summary>Collects what to read; reading begins when all is known.</summary>
    private protected void CollectSources()
    {
        CollectTargets();
        if (ParameterSetName == LiteralPathSet)
            _paths.AddRange(LiteralPath.SelectMany(p => Resolve(p, literal: true)));
        else if (IsByPath)
            _paths.AddRange(Path.SelectMany(p => Resolve(p, literal: false)));
    }

    /// <summary>Reads what was collected and says what came of it; null where there was nothing to read.</summary>
    private protected DisconnectLog? ReadLog()
    {
        var log =
            ParameterSetName == StorageSet ? ReadStorage(Report)
            : IsAzure ? ReadQueriedLog()
            : ReadFiles();
        if (log is null)
            return null;
        SeenFleet.Latest = new SeenFleet([.. log.HubNames], [.. log.DeviceIds]);
        WriteVerbose($"The log: {log.Quality}");
        if (!log.Quality.IsComplete)
            Report(new LogProblem(LogProblemKind.Incomplete, "", 0, log.Quality.Warning));
        return log;
    }

    private protected override string? HubPattern => IsByPath || ParameterSetName == LiteralPathSet ? HubName : null;

    private bool IsByPath => ParameterSetName is PathSet or HubOfPathSet && !IsHubByName;

    private DisconnectLog? ReadFiles()
    {
        var files = LogFileFinder.Find(_paths, Report);
        if (files.Count == 0)
            return null;
        _progress = new ReadProgress(this);
        var log = DisconnectLog.Read(files, Report, _progress.Show, Cancellation, DateOrder);
        _progress.Complete();
        WriteVerbose(log.Describe());
        if (
            log.RowCount == 0
            && _problems.TrueForAll(p => p.Kind is LogProblemKind.OtherCategory or LogProblemKind.Incomplete)
        )
            WriteWarning(
                $"No row that tells of a connect or a disconnect was found in {Counted.Of(files.Count, "file")}. Does the hub's diagnostic setting send Connections there?"
            );
        return log;
    }

    private void Report(LogProblem problem)
    {
        _problems.Add(problem);
        var isRemark =
            problem.Kind
            is LogProblemKind.OtherCategory
                or LogProblemKind.FarTime
                or LogProblemKind.Incomplete
                or LogProblemKind.AmbiguousDate
                or LogProblemKind.UnknownTimeZone;
        if (isRemark || IsForeign(problem))
            WriteWarning(problem.Message);
        else
            WriteError(problem.ToErrorRecord());
    }

    /// <summary>A folder may hold other files beside the logs; a file that was named is meant to be one.</summary>
    private bool IsForeign(LogProblem problem) =>
        problem.Kind is LogProblemKind.UnknownFormat or LogProblemKind.MissingColumn && !_paths.Contains(problem.Path);

    private IEnumerable<string> Resolve(string path, bool literal)
    {
        try
        {
            if (literal)
            {
                var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
                return CheckProvider(path, provider) ? [resolved] : [];
            }
            var all = GetResolvedProviderPathFromPSPath(path, out var found);
            if (all.Count == 0)
                WriteError(Errors.NothingMatches(path));
            return CheckProvider(path, found) ? all : [];
        }
        catch (Exception exception)
            when (exception
                    is ItemNotFoundException
                        or System.Management.Automation.DriveNotFoundException
                        or ProviderNotFoundException
                        or WildcardPatternException
            )
        {
            WriteError(Errors.PathNotFound(path, exception));
            return [];
        }
    }

    private bool CheckProvider(string path, ProviderInfo provider)
    {
        if (provider.Name == "FileSystem")
            return true;
        WriteError(Errors.NotFileSystem(path, provider.Name));
        return false;
    }
}
