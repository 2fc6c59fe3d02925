using System.Diagnostics;
using AzureStandIn.Kql;

namespace AzureStandIn.Tests;

[Collection(FleetCollection.Name)]
public sealed class ProgramTests(FleetFixture fixture)
{
    private static readonly string Program = typeof(StandInAzure).Assembly.Location;

    [Fact]
    public async Task By_itself_it_prints_how_to_reach_it_and_ends_when_told_to()
    {
        using var process = NodeProcess.Start("dotnet", AppContext.BaseDirectory, [Program, "--fleet", fixture.Folder]);
        var text = new StringWriter();
        while (
            await process.StandardOutput.ReadLineAsync() is { } line
            && !line.Contains("Ctrl+C", StringComparison.Ordinal)
        )
            text.WriteLine(line);
        Assert.Contains(fixture.Hub.Id.ToString(), text.ToString());
        Assert.Contains("NODE_EXTRA_CA_CERTS=", text.ToString());

        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_argument_that_it_does_not_know_is_refused()
    {
        var (status, output) = await NodeProcess.RunAsync("dotnet", AppContext.BaseDirectory, Program, "--fleets", "x");
        Assert.Equal(2, status);
        Assert.Contains("--fleet FOLDER", output);
    }
}
