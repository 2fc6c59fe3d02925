using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Formatting;

public sealed class ColourTests : IDisposable
{
    private const string Yellow = "\e[33m";

    private readonly LogFolder _folder = new();
    private readonly (string, object?) _log;

    public ColourTests() => _log = ("log", _folder.Write("tiny.json", TinyLog.Rows));

    [Theory]
    [InlineData("Get-DeviceDisconnect $log | Resolve-DisconnectCause")]
    [InlineData("Measure-DisconnectCause $log")]
    public void Only_causes_that_are_not_expected_stand_out(string command)
    {
        var shown = new Screen(120, hasColour: true).Show(command, _log).Split('\n');

        Assert.All(
            shown.Where(line => line.Contains("DeviceDisabled")),
            line => Assert.Contains(Yellow + "DeviceDisabled\e[0m", line)
        );
        Assert.All(shown.Where(line => line.Contains("SasTokenExpired")), line => Assert.DoesNotContain('\e', line));
        Assert.Contains(shown, line => line.Contains(Yellow));
    }

    [Fact]
    public void A_screen_without_colour_shows_none() =>
        Assert.DoesNotContain('\e', new Screen(120).Show("Measure-DisconnectCause $log", _log));

    public void Dispose() => _folder.Dispose();
}
