using System.Diagnostics;
using System.Text;

namespace IoTHubDisconnect.Shell.Tests;

/// <summary>Runs the program on a pseudo terminal that <c>script</c> (util-linux) makes, and talks to it.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly StringBuilder unread = new();

    public PseudoTerminal(string arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("script", ["--quiet", "--return", "--flush", "--command", $"exec dotnet '{ShellProcess.Program}' {arguments}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        process = Process.Start(start)!;
    }

    public static bool IsAvailable { get; } = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    public void Type(string keys)
    {
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
    }

    /// <summary>Returns what came up to and with the text.</summary>
    public string WaitFor(string text)
    {
        using CancellationTokenSource patience = new(Patience);
        char[] chunk = new char[4096];
        while (true)
        {
            int index = unread.ToString().IndexOf(text, StringComparison.Ordinal);
            if (index >= 0)
            {
                string seen = unread.ToString(0, index + text.Length);
                unread.Remove(0, seen.Length);
                return seen;
            }

            int count = process.StandardOutput.ReadAsync(chunk, patience.Token).AsTask().GetAwaiter().GetResult();
            Assert.True(count > 0, $"'{text}' did not come, but this did: {unread}");
            unread.Append(chunk, 0, count);
        }
    }

    public (int ExitCode, string Text) Finish()
    {
        unread.Append(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return (process.ExitCode, unread.ToString());
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);

        process.Dispose();
    }
}
