using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>How fast a script with <c>ConvertFrom-Json</c> and <c>Group-Object</c> does such work.</summary>
internal static class ReferenceScript
{
    private const int SliceRows = 20_000;

    public const string Origin = "The script is Speed/ReferenceScript.ps1 in pwsh, on the first 20,000 rows.";

    /// <summary>Rows a second, on the log's first rows.</summary>
    public static double RowsPerSecond(string log)
    {
        var slice = log + ".slice";
        File.WriteAllLines(slice, File.ReadLines(log).Take(SliceRows));
        var run = Pwsh.RunFile(Path.Combine(AppContext.BaseDirectory, "Speed", "ReferenceScript.ps1"), "-Path", slice);
        return run.Figures("rows")[0] / run.Figures("seconds")[0];
    }
}
