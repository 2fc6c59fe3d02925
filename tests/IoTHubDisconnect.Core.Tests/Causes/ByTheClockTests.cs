using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;
using static IoTHubDisconnect.Tests.Causes.NeighbourhoodTests;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>What comes and goes by a clock, and only looks like a token, a sleeper or a loop.</summary>
public sealed class ByTheClockTests
{
    private const string Python = "azure-iot-device-iothub-py/2.9.0(3.8.1;Linux;x86_64)";

    /// <summary>A report that the hub does not take, each full hour; the client is back in three seconds.</summary>
    [Fact]
    public void What_ends_each_full_hour_is_no_token_however_soon_the_client_is_back() =>
        Each.Passes(
            new TestLog().Add(Schedule(3600, 4.2, "D 404104", 2, 24), sdk: "").Causes().Skip(1),
            c => Assert.True(!c.IsExpected && c.Cause != CauseName.SasTokenExpired, Told(c))
        );

    /// <summary>A token's clock moves on by each return.</summary>
    [Fact]
    public void What_ends_an_hour_after_each_return_is_a_token() =>
        Each.Passes(
            new TestLog().Add(Repeated(Around(3600.6, 0.4, 24), "D 404104", 3), sdk: "").Causes().Skip(1),
            c => Assert.True(c.Cause == CauseName.SasTokenExpired, Told(c))
        );

    /// <summary>A job with the device's identity connects for seconds each half hour, from another place.</summary>
    [Fact]
    public void A_job_that_takes_the_place_by_the_clock_is_no_sleeper()
    {
        Each.Passes(Job().Causes().SkipLast(1), c => Assert.True(c.Cause == CauseName.DuplicateIdentity, Told(c)));
        Assert.Null(SignOf(Job(), "WallClock", 40, "device"));
    }

    internal static TestLog Job()
    {
        var rows = "0:00:30 C @home";
        for (var i = 1; i < 60; i++)
            rows +=
                $", {At(1800 * i)} C @job, {At(1800 * i + 0.1)} D 400027 @home, "
                + $"{At(1800 * i + 6 + i % 3)} C @home, {At(1800 * i + 6.1 + i % 3)} D 400027 @job";
        return new TestLog().Add(rows, sdk: Python);
    }

    /// <summary>A historian sends each minute; a client that is made anew each time is in trouble.</summary>
    [Theory]
    [InlineData("connects each minute", true, true)]
    [InlineData("waits as long after each close", false, false)]
    public void Who_comes_each_minute_for_seconds_is_no_loop(string name, bool isByTheClock, bool isExpected)
    {
        var rows = "";
        var now = 0.0;
        for (var i = 0; i < 60; i++)
        {
            var age = 4 + i * i * 5 % 17;
            rows += $"{At(now)} C, {At(now + age)} D, ";
            now += isByTheClock ? 60 + i % 2 : age + 42;
        }

        Each.Passes(
            new TestLog().Add(rows, sdk: Python).Causes().SkipLast(1),
            c => Assert.True(c.IsExpected == isExpected, $"{name}: {Told(c)}")
        );
    }
}
