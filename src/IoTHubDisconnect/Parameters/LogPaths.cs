using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// The files and folders that a call names. One that is not there is an error, and leaves the others.
/// </summary>
internal sealed class LogPaths(CancellableCmdlet cmdlet)
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    /// <param name="paths">As a person gave them.</param>
    /// <param name="areLiteral">Whether they are taken as they are written, and
    /// wildcards for characters of names.</param>
    public void Add(IEnumerable<string> paths, bool areLiteral) =>
        _all.AddRange(paths.SelectMany(path => Resolve(path, areLiteral)));

    private IEnumerable<string> Resolve(string path, bool isLiteral)
    {
        try
        {
            if (isLiteral)
            {
                var resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(
                    path,
                    out var provider,
                    out _
                );
                return CheckProvider(path, provider) ? [resolved] : [];
            }
            var all = cmdlet.GetResolvedProviderPathFromPSPath(path, out var found);
            if (all.Count == 0)
                Refuse(path, Errors.NothingMatches(path));
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
            Refuse(path, Errors.PathNotFound(path, exception));
            return [];
        }
    }

    private void Refuse(string path, ErrorRecord error)
    {
        if (TableRow.IsContent(path))
            cmdlet.ThrowTerminatingError(TableRow.Error(path));
        cmdlet.WriteError(error);
    }

    private bool CheckProvider(string path, ProviderInfo provider)
    {
        if (provider.Name == "FileSystem")
            return true;
        cmdlet.WriteError(FileErrors.NotFileSystem(path, provider.Name));
        return false;
    }
}
