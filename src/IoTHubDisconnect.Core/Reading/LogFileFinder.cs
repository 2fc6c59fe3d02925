namespace IoTHubDisconnect.Reading;

/// <summary>Finds the files that are meant by the files and folders a person names.</summary>
internal static class LogFileFinder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".txt",
        ".log",
        ".gz",
    };

    /// <summary>What has logs inside, perhaps: found as well, so that it is told what they are.</summary>
    private static readonly HashSet<string> Packed = new(StringComparer.OrdinalIgnoreCase)
    {
        ".zip",
        ".7z",
        ".rar",
        ".tgz",
        ".xlsx",
        ".xls",
        ".avro",
        ".parquet",
    };

    private static readonly StringComparer PathComparer =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;

    /// <param name="paths">Files, which are taken whatever they are called, and folders, which are
    /// searched with all below them.</param>
    /// <param name="report">Takes what is wrong with them.</param>
    /// <returns>Each file once, in the order of the paths and by name within folders.</returns>
    internal static IReadOnlyList<string> Find(IEnumerable<string> paths, Action<LogProblem> report)
    {
        var found = new List<string>();
        var known = new HashSet<string>(PathComparer);
        foreach (var path in paths)
        {
            var inPath = new List<string>();
            if (Directory.Exists(path))
                Search(new DirectoryInfo(path), inPath, report);
            else if (File.Exists(path))
                inPath.Add(path);
            else
                report(
                    new LogProblem(
                        LogProblemKind.PathNotFound,
                        path,
                        0,
                        $"{path}: there is no such file or folder. See whether it is spelled right and whether your "
                            + "account may read the folder it is in."
                    )
                );
            found.AddRange(inPath.Where(file => known.Add(Path.GetFullPath(file))));
        }
        return found;
    }

    private static void Search(DirectoryInfo folder, List<string> found, Action<LogProblem> report)
    {
        var before = found.Count;
        var isWhole = TrySearch(folder, found, report);
        if (isWhole && found.Count == before)
            report(
                new LogProblem(
                    LogProblemKind.NoLogFiles,
                    folder.FullName,
                    0,
                    $"{folder.FullName}: the folder holds no log files "
                        + $"({string.Join(" ", Extensions.Where(e => e != "").Order())}). "
                        + "Give the folder that insights-logs-connections was downloaded to, or name the files."
                )
            );
    }

    private static bool TrySearch(DirectoryInfo folder, List<string> found, Action<LogProblem> report)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            report(
                new LogProblem(
                    LogProblemKind.Unreadable,
                    folder.FullName,
                    0,
                    $"{folder.FullName}: the folder cannot be searched: {error.Message.TrimEnd('.')}. Grant your "
                        + "account read permission on it.",
                    error
                )
            );
            return false;
        }
        var isWhole = true;
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.'))
                continue;
            // Links to folders can lead back up.
            if (entry is DirectoryInfo { LinkTarget: null } below)
                isWhole &= TrySearch(below, found, report);
            else if (entry is FileInfo && (Extensions.Contains(entry.Extension) || Packed.Contains(entry.Extension)))
                found.Add(entry.FullName);
        }
        return isWhole;
    }
}
