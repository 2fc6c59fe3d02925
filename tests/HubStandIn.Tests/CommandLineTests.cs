using System.Diagnostics;

namespace HubStandIn.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_program_tells_where_it_is_and_ends_when_it_is_told_to()
    {
        using var program = Start("--devices a,b");
        var lines = new List<string>();
        while (
            await program.StandardOutput.ReadLineAsync().WaitAsync(Eventually.Limit) is { } line
            && !line.StartsWith("Ctrl+C", StringComparison.Ordinal)
        )
            lines.Add(line);
        Assert.Contains(lines, line => line.StartsWith("MQTT   127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains(
            lines,
            line => line.StartsWith("HostName=localhost;DeviceId=b;SharedAccessKey=", StringComparison.Ordinal)
        );
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync().WaitAsync(Eventually.Limit);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task An_unknown_option_brings_the_usage()
    {
        using var program = Start("--colour red");
        Assert.StartsWith(
            "HubStandIn [--devices",
            await program.StandardError.ReadToEndAsync().WaitAsync(Eventually.Limit)
        );
        await program.WaitForExitAsync().WaitAsync(Eventually.Limit);
        Assert.Equal(2, program.ExitCode);
    }

    private static Process Start(string arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", $"\"{typeof(StandInHub).Assembly.Location}\" {arguments}")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
