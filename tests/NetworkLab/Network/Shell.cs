using System.Diagnostics;

namespace NetworkLab.Network;

/// <summary>Runs scripts of the system's tools.</summary>
internal static class Shell
{
    /// <summary>Runs a script to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">A command of it failed.</exception>
    public static async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("sh", ["-ec", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{script}: {(await complaint).Trim()}");
    }

    /// <summary>The same in a network namespace.</summary>
    public static Task<string> RunAsync(string space, string script) =>
        RunAsync($"{Enter} {Into(space)} sh -e <<'END'\n{script}\nEND\n");

    /// <summary>
    /// Runs a command in a network namespace. <c>ip netns exec</c> and <c>ip -n</c> copy all
    /// mounts as well, which takes seconds where there are hundreds of namespaces.
    /// </summary>
    public const string Enter = "nsenter";

    /// <summary>Tells it which.</summary>
    public static string Into(string space) => $"--net=/run/netns/{space}";
}
