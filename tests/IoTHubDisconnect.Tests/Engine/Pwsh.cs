using System.Diagnostics;
using System.Reflection;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>Real PowerShell, each call a process of its own.</summary>
internal static class Pwsh
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static readonly string Program = Path.Combine(
        typeof(Pwsh)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "Pwsh")
            .Value!,
        OperatingSystem.IsWindows() ? "win" : "unix",
        "pwsh.dll"
    );

    /// <summary>Runs a script and waits for its end. A variable of the environment with null is taken away.</summary>
    public static PwshResult Run(string script, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Program, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        return new PwshResult(process.ExitCode, output.Result, error.Result);
    }
}
