using System.Diagnostics;

namespace IoTHubDisconnect.Shell.Tests;

/// <summary>Runs the built program as a process of its own, with all three streams redirected.</summary>
internal static class ShellProcess
{
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "IoTHubDisconnect.Shell.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static ShellResult Run(params string[] arguments) => RunWithInput("", arguments);

    public static ShellResult RunWithInput(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    public static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        return Process.Start(start)!;
    }

    public static ShellResult Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The program did not end.");
        }

        return new ShellResult(process.ExitCode, output.Result, error.Result);
    }
}
