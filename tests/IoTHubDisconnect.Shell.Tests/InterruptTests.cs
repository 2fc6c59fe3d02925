using System.Diagnostics;

namespace IoTHubDisconnect.Shell.Tests;

public class InterruptTests
{
    [SignalTheory]
    [InlineData("'begun'; while ($true) { }")]
    [InlineData("'begun'; 1..1000000000 | ForEach-Object { $_ } | Out-Null")]
    [InlineData("'begun'; try { while ($true) { } } finally { [Console]::WriteLine('cleaned') }")]
    public void Ctrl_C_ends_what_runs_with_130(string text)
    {
        using Process process = ShellProcess.Start("-Command", text);
        Assert.Equal("begun", process.StandardOutput.ReadLine());
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString()]))
            kill.WaitForExit();

        ShellResult result = ShellProcess.Finish(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(text.Contains("cleaned") ? "cleaned" : "", result.Output.Trim());
    }
}
