using System.Text;
using FleetGenerator.Chance;

namespace FleetGenerator.Logs;

/// <summary>Writes rows into files by hub and hour.</summary>
/// <param name="root">The folder to write below.</param>
/// <param name="pathOf">Which file a row goes to.</param>
/// <param name="artefacts">What the log does to the rows.</param>
/// <param name="rng">Decides where lines are broken.</param>
internal sealed class ExportTree(string root, Func<LogRow, string> pathOf, LogArtefacts artefacts, Rng rng)
{
    private readonly List<(string Path, List<string> Lines)> files = [];
    private readonly Dictionary<string, List<string>> byPath = [];

    public void Write(IEnumerable<LogRow> rows)
    {
        foreach (LogRow row in rows)
            LinesOf(Path.Combine(root, pathOf(row))).Add(RowWriter.ToJson(row));
        for (int i = 0; i < artefacts.BrokenLines && files.Count > 0; i++)
            Break(rng.Pick(files).Lines);
        foreach ((string path, List<string> lines) in files)
            Save(path, lines);
    }

    private List<string> LinesOf(string path)
    {
        if (!byPath.TryGetValue(path, out List<string>? lines))
        {
            byPath.Add(path, lines = []);
            files.Add((path, lines));
        }

        return lines;
    }

    /// <summary>Adds a line that is no row. Good rows stay as they are.</summary>
    private void Break(List<string> lines)
    {
        string good = rng.Pick(lines);
        string bad = rng.Whole(0, 4) switch
        {
            0 => "not json",
            1 => """{"time":"yesterday","category":"Connections"}""",
            2 => good[..(good.Length / rng.Whole(2, 6))],
            3 => "",
            _ => """{"time":"2026-01-01T00:00:00Z","category":"Connections","properties":"{"}""",
        };
        lines.Insert(rng.Whole(0, lines.Count), bad);
    }

    private static void Save(string path, List<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (string line in lines)
            writer.WriteLine(line);
    }
}
