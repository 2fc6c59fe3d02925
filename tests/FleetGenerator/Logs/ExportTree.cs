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
    private readonly List<(string Path, List<string> Lines)> _files = [];
    private readonly Dictionary<string, List<string>> _byPath = [];

    public void Write(IEnumerable<LogRow> rows)
    {
        foreach (var row in rows)
            LinesOf(Path.Combine(root, pathOf(row))).Add(RowWriter.ToJson(row));
        for (var i = 0; i < artefacts.BrokenLines && _files.Count > 0; i++)
            Break(rng.Pick(_files).Lines);
        foreach ((var path, var lines) in _files)
            Save(path, lines);
    }

    private List<string> LinesOf(string path)
    {
        if (!_byPath.TryGetValue(path, out var lines))
        {
            _byPath.Add(path, lines = []);
            _files.Add((path, lines));
        }

        return lines;
    }

    /// <summary>Adds a line that is no row. Good rows stay as they are.</summary>
    private void Break(List<string> lines)
    {
        var good = rng.Pick(lines);
        var bad = rng.Whole(0, 4) switch
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
        foreach (var line in lines)
            writer.WriteLine(line);
    }
}
