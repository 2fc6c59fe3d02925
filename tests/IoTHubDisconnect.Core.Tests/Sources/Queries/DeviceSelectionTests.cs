using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Core.Tests.Sources.Queries;

public sealed class DeviceSelectionTests
{
    [Theory]
    [InlineData("press-01", """DeviceId in ("press-01")""")]
    [InlineData("press-*", """DeviceId startswith_cs "press-" """)]
    [InlineData("a,b,c*", """DeviceId in ("a", "b") or DeviceId startswith_cs "c" """)]
    [InlineData("""o'brien"\x""", """DeviceId in ("o\u0027brien\u0022\u005cx")""")]
    public void Ids_and_beginnings_become_a_condition(string patterns, string condition) =>
        Assert.Equal(condition.Trim(), DeviceSelection.Of(patterns.Split(','))!.Condition("DeviceId"));

    [Theory]
    [InlineData("*")]
    [InlineData("*a")]
    [InlineData("a*b")]
    [InlineData("a?")]
    [InlineData("a[0-9]")]
    [InlineData("a`*")]
    [InlineData("a,b?")]
    public void Other_patterns_are_left_to_us(string patterns) => Assert.Null(DeviceSelection.Of(patterns.Split(',')));
}
