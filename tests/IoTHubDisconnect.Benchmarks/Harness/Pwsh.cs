using System.Reflection;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>Real PowerShell, each call a process of its own.</summary>
internal static class Pwsh
{
    private static readonly string Program = Path.Combine(
        typeof(Pwsh)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "Pwsh")
            .Value!,
        OperatingSystem.IsWindows() ? "win" : "unix",
        "pwsh.dll"
    );

    public static ChildProcess Run(string command) => Start("-Command", command);

    public static ChildProcess RunFile(string script, params string[] arguments) =>
        Start(["-File", script, .. arguments]);

    private static ChildProcess Start(params string[] arguments) =>
        ChildProcess.DotNet([Program, "-NoLogo", "-NoProfile", "-NonInteractive", .. arguments]);
}
