using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Whether a session was old enough for the hub to notice a lost network by its silence.</summary>
public sealed class KeepAliveTests
{
    private const string Aspect = "KeepAlive";

    [Theory]
    [InlineData("the C SDK's four minutes are not over", TestLog.C, 359, null, "NotPassed")]
    [InlineData("the C SDK's four minutes are over", TestLog.C, 361, null, "Passed")]
    [InlineData(".NET's five minutes are not over", TestLog.DotNet, 449, null, "NotPassed")]
    [InlineData("an unknown client's half a minute is not over", "", 44, null, "NotPassed")]
    [InlineData("an unknown client's half a minute is over", "", 46, null, "Passed")]
    [InlineData("a minute, as an operator knows, is not over", TestLog.C, 89, 60, "NotPassed")]
    [InlineData("a minute, as an operator knows, is over", TestLog.C, 91, 60, "Passed")]
    [InlineData("ten minutes, as an operator knows, are not over", TestLog.C, 899, 600, "NotPassed")]
    [InlineData("ten seconds, as an operator knows, are over", "", 16, 10, "Passed")]
    public void A_keep_alive_and_a_half_has_passed_or_not(
        string story,
        string sdk,
        double age,
        int? keepAlive,
        string expected
    ) =>
        Assert.Equal(
            (story, expected),
            (
                story,
                SignOf(
                    new TestLog().Add($"1:00:00 C, {At(3600 + age)} D 404104, 2:00:00 C", Device, sdk: sdk),
                    Aspect,
                    options: new() { KeepAlive = keepAlive is { } s ? TimeSpan.FromSeconds(s) : null }
                )
            )
        );

    [Fact]
    public void An_unknown_age_tells_nothing() =>
        Assert.Null(SignOf(new TestLog().Add("1:00:00 D 404104, 2:00:00 C", Device), Aspect));
}
