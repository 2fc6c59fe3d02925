using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>How fast a script does such work; the cmdlets it stands on come with pwsh, not with the engine.</summary>
internal sealed record ReferenceScript(double RowsPerSecond, string Origin)
{
    private const double ReferenceScriptRowsPerSecond = 6600;
    private const int SliceRows = 20_000;

    /// <summary>Runs the script on the log's first rows where pwsh is on the path, else takes the reference rate.</summary>
    public static ReferenceScript Measure(string log) => Pwsh.Find() is { } pwsh ? Run(pwsh, log)
        : new(ReferenceScriptRowsPerSecond, "pwsh is not on the path: the script's rate is a reference, measured elsewhere on pwsh 7.6 with ConvertFrom-Json | Group-Object on two cores.");

    private static ReferenceScript Run(string pwsh, string log)
    {
        string slice = log + ".slice";
        File.WriteAllLines(slice, File.ReadLines(log).Take(SliceRows));
        string script = Path.Combine(AppContext.BaseDirectory, "Speed", "ReferenceScript.ps1");
        ChildProcess run = ChildProcess.Run(pwsh, "-NoProfile", "-NonInteractive", "-File", script, "-Path", slice);
        return new ReferenceScript(run.Figures("rows")[0] / run.Figures("seconds")[0], FormattableString.Invariant($"The script is Speed/ReferenceScript.ps1 in pwsh, on the first {SliceRows:N0} rows."));
    }
}
