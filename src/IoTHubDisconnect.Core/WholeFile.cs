using System.Text;

namespace IoTHubDisconnect;

/// <summary>
/// Writes a file whole or not at all: a full disk, or an end by force, leaves the file that was there.
/// </summary>
internal static class WholeFile
{
    private const string Ending = ".part";

    // Longer than any writing takes.
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    public static void Write(string path, string text, Encoding encoding)
    {
        if (IsDevice(path))
        {
            File.WriteAllText(path, text, encoding);
            return;
        }
        if (File.Exists(path))
        {
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            // What may not be written to may not be replaced either.
            File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
        DeleteForgotten(path);
        var beside = PathBeside(path, Path.GetRandomFileName());
        try
        {
            WriteThrough(beside, text, encoding);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(beside, File.GetUnixFileMode(path));
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static void WriteThrough(string path, string text, Encoding encoding)
    {
        using var file = Create(path);
        file.Write(encoding.GetPreamble());
        file.Write(encoding.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Who may not write there is told of the folder, and not of a name that nobody gave.</summary>
    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException(
                $"You may not write to the folder '{Path.GetDirectoryName(path)}'.",
                exception
            );
        }
    }

    /// <summary>A process that was killed leaves what it had begun.</summary>
    private static void DeleteForgotten(string path)
    {
        var pattern = Path.GetFileName(PathBeside(path, "*"));
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, pattern))
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(left) > Forgotten)
                File.Delete(left);
    }

    private static string PathBeside(string path, string middle) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{middle}{Ending}");

    /// <summary>Standard output, say, which takes what is written and cannot be replaced.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
}
