namespace IoTHubDisconnect.Commands;

/// <summary>A file as a person gives it: relative, or by a drive of PowerShell.</summary>
internal static class GivenFile
{
    /// <summary>The file system's path of it. Where there is none, an error ends the cmdlet.</summary>
    /// <param name="cmdlet">To whom it is given.</param>
    /// <param name="path">As it is given.</param>
    /// <param name="notFileSystem">The id of the error that the path is another provider's.</param>
    public static string PathOf(
        CancellableCmdlet cmdlet,
        string path,
        string notFileSystem = FileErrors.PathNotFileSystem
    )
    {
        if (path.Contains('\0'))
            cmdlet.ThrowTerminatingError(FileErrors.InvalidPath(path));
        var file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
            cmdlet.ThrowTerminatingError(FileErrors.NotFileSystem(path, provider.Name, notFileSystem));
        return file;
    }
}
