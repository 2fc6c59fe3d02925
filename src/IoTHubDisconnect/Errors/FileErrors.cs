using System.Management.Automation;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Commands;

/// <summary>What is wrong with a file that a cmdlet is to write or to send, as error records.</summary>
internal static class FileErrors
{
    public const string PathNotFileSystem = nameof(PathNotFileSystem);

    /// <param name="path">The path, with a character in it that no path can have.</param>
    public static ErrorRecord InvalidPath(string path) =>
        Errors.New(
            new ArgumentException($"'{path}' is no path: it has a character with the number 0 in it."),
            "InvalidPath",
            ErrorCategory.InvalidArgument,
            path,
            "Look where the path comes from, and give one without that character."
        );

    public static ErrorRecord NotFileSystem(string path, string provider, string id = PathNotFileSystem) =>
        Errors.New(
            new ArgumentException($"'{path}' is a path of the {provider} provider, and none of the file system."),
            id,
            ErrorCategory.InvalidArgument,
            path,
            "Give a path of the file system."
        );

    public static ErrorRecord IsFolder(string path, string id) =>
        Errors.New(
            new ArgumentException($"'{path}' is a folder. The name of a file in it is missing."),
            id,
            ErrorCategory.InvalidArgument,
            path,
            "Put the name of a file behind it."
        );

    public static ErrorRecord FolderNotFound(string path) =>
        Errors.New(
            new DirectoryNotFoundException($"The folder '{Path.GetDirectoryName(path)}' is not there."),
            "FolderNotFound",
            ErrorCategory.ObjectNotFound,
            path,
            "Create the folder, or give another path."
        );

    public static ErrorRecord FileExists(string path) =>
        Errors.New(
            new IOException($"'{path}' is there already."),
            "FileExists",
            ErrorCategory.ResourceExists,
            path,
            "Give another -Path, or -Force to overwrite the file."
        );

    public static ErrorRecord NotWritten(string path, string id, Exception exception) =>
        Errors.New(
            exception,
            id,
            ErrorCategory.WriteError,
            path,
            "See whether the disk has room, whether the file is open elsewhere, and whether you may write there."
        );

    public static ErrorRecord NoReportFile() =>
        Errors.New(
            new ArgumentException("No file to write was given."),
            "NoReportFile",
            ErrorCategory.InvalidArgument,
            null,
            "Give -FilePath, such as ./report.html."
        );

    /// <summary>A file to send is not there, or cannot be read.</summary>
    public static ErrorRecord NotRead(string path, Exception exception) =>
        exception is FileNotFoundException or DirectoryNotFoundException
            ? Errors.New(
                exception,
                nameof(LogProblemKind.PathNotFound),
                ErrorCategory.ObjectNotFound,
                path,
                "Give the path that Export-DisconnectReport wrote the report to."
            )
            : Errors.New(
                exception,
                nameof(LogProblemKind.Unreadable),
                ErrorCategory.ReadError,
                path,
                "See whether it is a file, whether it is open elsewhere, and whether you may read it."
            );
}
