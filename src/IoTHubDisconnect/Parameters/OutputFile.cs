using System.Text;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// A file that a cmdlet writes. What is wrong with its place is told before anything is written.
/// </summary>
internal abstract class OutputFile
{
    private readonly CancellableCmdlet _cmdlet;
    private readonly OutputErrorIds _ids;

    /// <param name="cmdlet">Who writes.</param>
    /// <param name="path">As a person gave it.</param>
    /// <param name="ids">By which scripts know the errors.</param>
    protected OutputFile(CancellableCmdlet cmdlet, string path, OutputErrorIds ids)
    {
        _cmdlet = cmdlet;
        _ids = ids;
        Path = GivenFile.PathOf(cmdlet, path, ids.NotFileSystem);
        if (Directory.Exists(Path))
            cmdlet.ThrowTerminatingError(FileErrors.IsFolder(Path, ids.IsFolder));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            cmdlet.ThrowTerminatingError(FileErrors.FolderNotFound(Path));
    }

    public string Path { get; }

    public bool Exists => File.Exists(Path);

    protected void Write(string text, Encoding encoding)
    {
        try
        {
            WholeFile.Write(Path, text, encoding);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _cmdlet.ThrowTerminatingError(FileErrors.NotWritten(Path, _ids.NotWritten, exception));
        }
    }
}
