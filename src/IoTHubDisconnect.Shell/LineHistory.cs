namespace IoTHubDisconnect.Shell;

/// <summary>The lines typed so far, and a walk through them that ends at the line being typed.</summary>
internal sealed class LineHistory
{
    private readonly List<string> lines = [];
    private int position;
    private string draft = "";

    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (lines.Count == 0 || lines[^1] != line))
            lines.Add(line);

        position = lines.Count;
    }

    public string Older(string current)
    {
        if (position == lines.Count)
            draft = current;

        position = Math.Max(0, position - 1);
        return LineAt(position);
    }

    public string Newer(string current)
    {
        if (position == lines.Count)
            return current;

        position++;
        return LineAt(position);
    }

    private string LineAt(int index) => index < lines.Count ? lines[index] : draft;
}
