using System.Diagnostics;

namespace IoTHubDisconnect.Tests.Pester;

/// <summary>The pwsh of this machine, if it has one.</summary>
internal static class Pwsh
{
    private const int NoPester = 3;

    /// <summary>What the Pester suite lacks to run here; null for nothing.</summary>
    public static string? Lack { get; } = FindLack();

    public static (int ExitCode, string Output) Run(string command)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-Command", command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var pwsh = Process.Start(start)!;
        var errors = pwsh.StandardError.ReadToEndAsync();
        string output = pwsh.StandardOutput.ReadToEnd();
        pwsh.WaitForExit();
        return (pwsh.ExitCode, output + errors.Result);
    }

    private static string? FindLack()
    {
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        string program = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            return "pwsh is not installed";
        var (exitCode, _) = Run($"if (-not (Get-Module Pester -ListAvailable | Where-Object {{ $_.Version.Major -ge 5 }})) {{ exit {NoPester} }}");
        return exitCode == NoPester ? "Pester 5 is not installed for pwsh" : null;
    }
}
