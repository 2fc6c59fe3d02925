using System.Diagnostics;

namespace IoTHubDisconnect.Tests.Package;

/// <summary>Real PowerShell in a process of its own, where any error ends the test.</summary>
internal static class PwshProcess
{
    private static readonly string[] Tool = ["tool", "exec", "-y", "powershell@7.6.9", "--"];

    private static readonly Lazy<string> Program =
        new(() => Run([.. Tool, "-NoProfile", "-Command", "[Environment]::GetCommandLineArgs()[0]"], null)[^1]);

    /// <param name="script">What to run.</param>
    /// <param name="home">The home of a user who has nothing yet; null for one's own.</param>
    /// <returns>The lines that it wrote.</returns>
    public static string[] Run(string script, string? home = null) =>
        Run([Program.Value, "-NoProfile", "-NonInteractive", "-Command", "$ErrorActionPreference = 'Stop'\n" + script], home);

    private static string[] Run(string[] arguments, string? home)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_COLOR"] = "1";
        // Servers of the build would outlive it and keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (home is not null)
            MoveTo(home, start);

        using var pwsh = Process.Start(start)!;
        var error = pwsh.StandardError.ReadToEndAsync();
        string output = pwsh.StandardOutput.ReadToEnd();
        pwsh.WaitForExit();
        Assert.True(pwsh.ExitCode == 0, output + error.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static void MoveTo(string home, ProcessStartInfo start)
    {
        string[] places = [.. start.Environment.Keys.Where(name => name.StartsWith("XDG_") || name == "PSModulePath")];
        foreach (string name in places)
            start.Environment.Remove(name);
        start.Environment["HOME"] = start.WorkingDirectory = home;
    }
}
