using System.Management.Automation.Language;

namespace IoTHubDisconnect.Shell;

/// <summary>Completes the word before the cursor as a path.</summary>
internal static class PathCompletion
{
    private static readonly EnumerationOptions AllVisible = new() { AttributesToSkip = FileAttributes.Hidden, MatchCasing = MatchCasing.PlatformDefault };

    /// <summary>Returns null where no file fits, and for an empty line.</summary>
    public static Completion? Complete(string line, int cursor, string currentFolder)
    {
        int start = WordStart(line, cursor);
        string word = line[start..cursor].Trim('\'', '"');
        string folder = word[..(word.LastIndexOfAny(['/', Path.DirectorySeparatorChar]) + 1)];
        string name = word[folder.Length..];
        DirectoryInfo place = new(Path.Combine(currentFolder, Expand(folder)));
        if (cursor == 0 || !place.Exists || name.IndexOfAny(['*', '?', '$']) >= 0)
            return null;

        string[] found = [.. Names(place, name).Select(entry => Quote(folder + entry))];
        return found.Length == 0 ? null : new Completion(start, cursor - start, found);
    }

    private static IEnumerable<string> Names(DirectoryInfo place, string name)
    {
        try
        {
            return [.. place.EnumerateFileSystemInfos(name + "*", AllVisible)
                .Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name)
                .Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static int WordStart(string line, int cursor)
    {
        int quote = line.LastIndexOfAny(['\'', '"'], Math.Max(0, cursor - 1));
        bool isQuoted = quote >= 0 && line[..cursor].Count(c => c == line[quote]) % 2 == 1;
        return isQuoted ? quote : line.LastIndexOfAny([' ', ',', '(', '='], Math.Max(0, cursor - 1)) + 1;
    }

    private static string Expand(string folder) => folder.StartsWith("~/", StringComparison.Ordinal)
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + folder[1..]
        : folder;

    private static string Quote(string path) => path.AsSpan().IndexOfAny(" '()$,;&|{}`") >= 0
        ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(path)}'"
        : path;
}
