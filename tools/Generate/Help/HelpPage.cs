using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Generate.Help;

/// <summary>The help of one cmdlet, as it is written: what cannot be seen from the cmdlet itself.</summary>
internal sealed partial record HelpPage(
    string Name,
    string Synopsis,
    IReadOnlyList<HelpBlock> Description,
    IReadOnlyList<HelpEntry> Parameters,
    IReadOnlyList<HelpEntry> Inputs,
    IReadOnlyList<HelpEntry> Outputs,
    IReadOnlyList<HelpBlock> Notes,
    IReadOnlyList<HelpExample> Examples,
    IReadOnlyList<HelpLink> Links
)
{
    private const string DefaultMark = "Default: ";

    public static IReadOnlyList<HelpPage> All { get; } =
    [
        .. Directory
            .EnumerateFiles(GeneratedFile.FullPathOf("docs/help"), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static HelpPage Of(string cmdlet) =>
        All.SingleOrDefault(page => page.Name == cmdlet)
        ?? throw new FormatException($"There is no page for {cmdlet}.");

    private static HelpPage Read(string file)
    {
        var page = MarkdownSection.Parse(File.ReadLines(file));
        return new HelpPage(
            page.Title,
            page.Blocks().Single().Text,
            page["Description"].Blocks(),
            EntriesOf(page["Parameters"]),
            EntriesOf(page.Find("Inputs")),
            EntriesOf(page.Find("Outputs")),
            page.Find("Notes").Blocks(),
            [.. page["Examples"].Sections.Select(ExampleOf)],
            [.. page["Links"].Blocks().Select(LinkOf)]
        );
    }

    private static IReadOnlyList<HelpEntry> EntriesOf(MarkdownSection list) => [.. list.Sections.Select(EntryOf)];

    private static HelpEntry EntryOf(MarkdownSection section)
    {
        var blocks = section.Blocks();
        var value = blocks.Find(block => block.Text.StartsWith(DefaultMark, StringComparison.Ordinal));
        return new HelpEntry(
            section.Title,
            [.. blocks.Where(block => block != value)],
            value?.Text[DefaultMark.Length..]
        );
    }

    private static HelpExample ExampleOf(MarkdownSection section)
    {
        var (language, code) = section.Code();
        return new HelpExample(section.Title, code, section.Blocks(), NeedsAzure: language == "azure");
    }

    private static HelpLink LinkOf(HelpBlock item) =>
        MarkdownLink().Match(item.Text) is { Success: true } link
            ? new HelpLink(link.Groups[1].Value, link.Groups[2].Value)
            : new HelpLink(item.Text, "");

    [GeneratedRegex(@"^\[(.+)\]\((.+)\)$")]
    private static partial Regex MarkdownLink();
}

/// <summary>A paragraph, or an item of a list.</summary>
internal sealed record HelpBlock(string Text, bool IsItem);

/// <summary>A parameter, or a type that comes in or goes out.</summary>
internal sealed record HelpEntry(string Name, IReadOnlyList<HelpBlock> Text, string? Default);

internal sealed record HelpExample(string Title, string Code, IReadOnlyList<HelpBlock> Remarks, bool NeedsAzure);

/// <summary>A page to read, or the name of another topic, which has no address.</summary>
internal sealed record HelpLink(string Text, string Uri);
