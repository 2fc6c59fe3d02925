using System.Diagnostics;
using System.Text;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Report.Tests.Cmdlets;

/// <summary>Real PowerShell with a terminal for its input and output, as the program script(1) makes one.</summary>
internal static class Terminal
{
    private const string Program = "/usr/bin/script";

    public static bool IsThere => OperatingSystem.IsLinux() && File.Exists(Program);

    /// <summary>Runs a script as if a person had typed it, and gives the lines of the screen.</summary>
    public static string[] Run(string script)
    {
        var encoded = Convert.ToBase64String(Encoding.Unicode.GetBytes(script));
        var start = new ProcessStartInfo(
            Program,
            ["-qec", $"dotnet '{Pwsh.Program}' -NoLogo -NoProfile -EncodedCommand {encoded}", "/dev/null"]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["LANG"] = "en_US.UTF-8";
        using var process = Process.Start(start)!;
        var screen = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, screen);
        return screen.Split('\n', StringSplitOptions.TrimEntries);
    }
}
