using HubStandIn.Network;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>What a person sees fits the screen, and failures come with what to do.</summary>
public sealed class ViewTests(Xunit.Abstractions.ITestOutputHelper log)
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task A_table_tells_step_by_step(int width)
    {
        var lines = await ShowAsync(
            width,
            "Test-DeviceConnectivity -ConnectionString $device -Force @ports -Protocol Mqtt, Amqp",
            lab => lab.Hub.Amqp.Fault = PortFault.Closed
        );

        Assert.Contains(lines, line => line.StartsWith("Mqtt          SignIn       Passed ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Amqp          Tcp          Failed ", StringComparison.Ordinal));
        Assert.Contains(
            lines,
            line => line.TrimStart().StartsWith("-> Something on the path", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line => line.StartsWith("Amqp          SignIn       Skipped        - Tcp failed.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_fails_alike_is_told_once()
    {
        var lines = await ShowAsync(
            80,
            "Test-DeviceConnectivity -ConnectionString $device -Force @ports",
            lab => lab.Hub.Mqtt.Fault = lab.Hub.Amqp.Fault = lab.Hub.Https.Fault = PortFault.Closed
        );

        Assert.Single(lines, line => line.Contains("-> Something on the path", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(line => line.Contains("As above.", StringComparison.Ordinal)));
        Assert.InRange(lines.Count(line => line.Trim().Length > 0), 10, 35);
    }

    private async Task<string[]> ShowAsync(int width, string command, Action<Lab> arrange)
    {
        var screen = new ScreenHost(width, hasColour: false);
        await using var lab = await Lab.OpenAsync(host: screen);
        arrange(lab);
        await lab.RunAsync($"& {{ {command} }} | Out-Default");
        log.WriteLine(screen.Text);
        var lines = screen.Text.Split('\n');
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= width, line));
        return lines;
    }
}
