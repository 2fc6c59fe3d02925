using IoTHubDisconnect.Commands;

namespace IoTHubDisconnect.Tests.Formatting;

public class ShortNameTests
{
    [Theory]
    [InlineData("press-01", null, "press-01")]
    [InlineData("gateway", "edgeHub", "gateway/edgeHub")]
    [InlineData("exactly-18-letters", null, "exactly-18-letters")]
    [InlineData("nineteen-letters-19", null, "nineteen-…tters-19")]
    [InlineData("meter-in-the-basement-01", "edgeAgent", "meter-in-…dgeAgent")]
    [InlineData(null, null, "")]
    public void Long_names_are_cut_in_the_middle(string? device, string? module, string shown)
    {
        Assert.Equal(shown, ShortName.Device(device, module, 18));
        Assert.True(shown.Length <= 18);
    }

    [Theory]
    [InlineData(null, null, null, "-")]
    [InlineData(404104, "DeviceConnectionClosedRemotely", null, "404104 ClosedRemotely")]
    [InlineData(404104, "DeviceConnectionClosedRemotely", 401003, "404104+401003 ClosedRemotely")]
    [InlineData(401003, "IotHubUnauthorized", null, "401003 Unauthorized")]
    [InlineData(400027, "ConnectionForcefullyClosedOnNewConnection", null, "400027 ClosedOnNewConnection")]
    [InlineData(404001, "DeviceNotFound", null, "404001 DeviceNotFound")]
    [InlineData(400001, null, null, "400001")]
    [InlineData(0, null, null, "no number")]
    public void Errors_keep_what_tells_them_apart(int? code, string? name, int? related, string shown) =>
        Assert.Equal(shown, ShortName.Error(code, name, related));
}
