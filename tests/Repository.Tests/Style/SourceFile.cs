namespace IoTHubDisconnect.Tests.Style;

/// <summary>The files of C# that people write.</summary>
internal static class SourceFile
{
    /// <summary>Their paths from the root of the repository.</summary>
    public static IEnumerable<string> All =>
        new[] { "src", "tests", "tools" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            )
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules"));
}
