using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>Dips and failed checks catch the eye, on a narrow screen too.</summary>
[Collection(nameof(HubCloud))]
public sealed class ViewTests(HubCloud cloud)
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Dips_catch_the_eye(int width)
    {
        var lines = Show(
            width,
            "Get-ConnectedDeviceCount $hub -StartTime $drop.AddMinutes(-1) -EndTime $drop.AddMinutes(2)"
        );
        Assert.Contains(lines, line => Regex.IsMatch(line, " 40 +40 #{20}"));
        Assert.Equal(2, lines.Count(line => Regex.IsMatch(line, @" 10 +40 ##\.{18} -36 \(90%\)")));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Failures_come_with_their_fix(int width)
    {
        var lines = Show(width, "Test-DisconnectLogging $hub", () => cloud.Hub.DiagnosticSettings.Clear());
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("DiagnosticSetting Failed  The hub has no diagnostic setting", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.TrimStart().StartsWith("-> Enable-DisconnectLogging sends the category", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith(
                    "Rows              Skipped No diagnostic setting sends Connections.",
                    StringComparison.Ordinal
                )
        );
    }

    private string[] Show(int width, string command, Action? arrange = null)
    {
        var screen = new ScreenHost(width, hasColour: false);
        using var session = cloud.OpenFresh(screen);
        arrange?.Invoke();
        session.Run($"& {{ {command} }} | Out-Default").Clean();
        var lines = screen.Text.Split('\n');
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= width, line));
        return lines;
    }
}
