using System.ComponentModel;
using System.Diagnostics;

namespace AzureStandIn.Kql;

/// <summary>Programs of Node.js.</summary>
public static class NodeProcess
{
    /// <summary>Starts a program with all its streams redirected.</summary>
    /// <exception cref="InvalidOperationException">Node.js is missing.</exception>
    public static Process Start(
        string program,
        string folder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var start = new ProcessStartInfo(
            OperatingSystem.IsWindows() && program == "npm" ? "npm.cmd" : program,
            arguments
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"{program} cannot be started. The stand-in for Azure needs Node.js 20 or later with npm.",
                exception
            );
        }
    }

    /// <summary>Runs a program to its end: its exit status and all that it wrote.</summary>
    public static Task<(int Status, string Output)> RunAsync(
        string program,
        string folder,
        params IReadOnlyList<string> arguments
    ) => RunAsync(program, folder, arguments, null);

    /// <summary>The same with environment variables of its own.</summary>
    public static async Task<(int Status, string Output)> RunAsync(
        string program,
        string folder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?>? environment
    )
    {
        using var process = Start(program, folder, arguments, environment);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
