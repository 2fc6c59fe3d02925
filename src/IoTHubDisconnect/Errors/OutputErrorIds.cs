namespace IoTHubDisconnect.Commands;

/// <summary>
/// The ids of what can be wrong with a file to write. Scripts hold on to them, so reports keep those of their own.
/// </summary>
internal sealed record OutputErrorIds(string NotFileSystem, string IsFolder, string NotWritten)
{
    public static readonly OutputErrorIds OfAnyFile = new(
        FileErrors.PathNotFileSystem,
        "PathIsFolder",
        "FileNotWritten"
    );

    public static readonly OutputErrorIds OfReport = new("ReportNotOnFileSystem", "ReportIsFolder", "ReportNotWritten");
}
