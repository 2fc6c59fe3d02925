using System.Globalization;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>Writes Markdown.</summary>
internal sealed class Report(TextWriter output)
{
    public void WriteMachine()
    {
        output.WriteLine("# IoTHubDisconnect benchmarks");
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, "
                    + $"{Environment.OSVersion}, .NET {Environment.Version}. Figures are median (min..max)."
            )
        );
    }

    public void WriteHeading(string text) => output.WriteLine($"\n## {text}\n");

    public void WriteText(string text) => output.WriteLine($"\n{text}");

    public void WriteTable(string[] columns, IEnumerable<string[]> rows)
    {
        WriteRow(columns);
        WriteRow([.. columns.Select(_ => "---")]);
        foreach (var row in rows)
            WriteRow(row);
    }

    /// <summary>What the cell of a target says.</summary>
    public static string Verdict(bool met) => met ? "PASS" : "FAIL";

    private void WriteRow(string[] cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");
}
