namespace IoTHubDisconnect.Generate.Help;

/// <summary>A heading of a Markdown file, the lines under it and the sections below it.</summary>
internal sealed class MarkdownSection(string title, int level)
{
    private const string Fence = "```";

    private readonly int _level = level;

    public string Title { get; } = title;

    public List<string> Lines { get; } = [];

    public List<MarkdownSection> Sections { get; } = [];

    /// <summary>Reads a file with one top heading.</summary>
    public static MarkdownSection Parse(IEnumerable<string> lines)
    {
        var open = new Stack<MarkdownSection>([new MarkdownSection("", 0)]);
        var inCode = false;
        foreach (var line in lines)
        {
            inCode ^= line.StartsWith(Fence, StringComparison.Ordinal);
            var level = inCode ? 0 : line.TakeWhile(c => c == '#').Count();
            if (level == 0)
            {
                open.Peek().Lines.Add(line);
                continue;
            }
            while (open.Peek()._level >= level)
                open.Pop();
            var section = new MarkdownSection(line[level..].Trim(), level);
            open.Peek().Sections.Add(section);
            open.Push(section);
        }
        return open.Last().Sections.Single();
    }

    public MarkdownSection this[string name] =>
        Sections.SingleOrDefault(section => section.Title == name)
        ?? throw new FormatException($"{Title} has no section '{name}'.");

    /// <summary>A section that not every page needs; an empty one where it is not there.</summary>
    public MarkdownSection Find(string name) =>
        Sections.SingleOrDefault(section => section.Title == name) ?? new MarkdownSection(name, _level + 1);

    /// <summary>The text outside of code: paragraphs, each on one line, and list items.</summary>
    public List<HelpBlock> Blocks()
    {
        var blocks = new List<HelpBlock>();
        var inCode = false;
        var isOpen = false;
        foreach (var line in Lines)
        {
            var isFence = line.StartsWith(Fence, StringComparison.Ordinal);
            inCode ^= isFence;
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            if (inCode || isFence || line.Length == 0)
                isOpen = false;
            else if (isOpen && !isItem)
                blocks[^1] = blocks[^1] with { Text = $"{blocks[^1].Text} {line.Trim()}" };
            else
            {
                blocks.Add(new HelpBlock(isItem ? line[2..] : line, isItem));
                isOpen = true;
            }
        }
        return blocks;
    }

    /// <summary>The code and the language that its fence names.</summary>
    public (string Language, string Code) Code()
    {
        var start = Lines.FindIndex(line => line.StartsWith(Fence, StringComparison.Ordinal));
        var end = Lines.FindIndex(start + 1, line => line == Fence);
        return (Lines[start][Fence.Length..], string.Join('\n', Lines[(start + 1)..end]));
    }
}
