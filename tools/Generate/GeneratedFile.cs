using System.Globalization;
using System.Reflection;
using IoTHubDisconnect.Generate.Catalogue;
using IoTHubDisconnect.Generate.Help;

namespace IoTHubDisconnect.Generate;

/// <summary>A file of the repository that is made from others.</summary>
internal sealed class GeneratedFile(string path, Func<string> render)
{
    private const string Core = "src/IoTHubDisconnect.Core/Knowledge/Catalogue";

    private static readonly string Root = typeof(GeneratedFile)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Repository")
        .Value!;

    public static IReadOnlyList<GeneratedFile> All { get; } =
    [
        new($"{Core}/ErrorCodes.Table.cs", () => new ErrorCodeSource().Render()),
        new($"{Core}/ExpectedCauses.cs", ExpectedCausesSource.Render),
        new("module/en-US/about_IoTHubDisconnect.help.txt", () => new AboutTopic(new CultureInfo("en-US")).Render()),
        new("module/tr-TR/about_IoTHubDisconnect.help.txt", () => new AboutTopic(new CultureInfo("tr-TR")).Render()),
        new("module/en-US/IoTHubDisconnect.dll-Help.xml", HelpFile.Render),
        new("README.md", () => CauseTable.PlaceIn(Read("README.md")!)),
        new("docs/causes/README.md", CauseIndex.Render),
        .. CausePage.All.Select(page => new GeneratedFile($"docs/causes/{page.Name}.md", page.Render)),
    ];

    /// <summary>From the root of the repository.</summary>
    public string Path => path;

    public bool IsCurrent => Read(path) == render();

    public static string FullPathOf(string path) => System.IO.Path.Combine(Root, path);

    /// <summary>Writes it, where it is not current; then true.</summary>
    public bool Write()
    {
        if (IsCurrent)
            return false;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPathOf(path))!);
        File.WriteAllText(FullPathOf(path), render());
        return true;
    }

    private static string? Read(string path) =>
        File.Exists(FullPathOf(path)) ? File.ReadAllText(FullPathOf(path)).ReplaceLineEndings("\n") : null;
}
