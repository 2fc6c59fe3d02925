using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Tests.Profiles;

/// <summary>Ages near which sessions end, though not to the second.</summary>
public sealed class LooseAgeTests
{
    /// <summary>A line blinks every eight minutes, and not each time for longer than the keep-alive.</summary>
    [Theory]
    [InlineData("each time", new[] { 1 }, true)]
    [InlineData("but for some of any length", new[] { 1, 1, 1, 1, 1, 1, 1, 1, 11, 1, 1, 1, 13 }, true)]
    [InlineData("but for two missing rows", new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2 }, true)]
    [InlineData("or the next time, or the one after", new[] { 1, 1, 2, 1, 1, 1, 3, 1, 1, 2 }, false)]
    public void Are_a_timers_unless_the_longer_ones_are_whole_rounds(string name, int[] rounds, bool isTimers)
    {
        double[] ages =
        [
            .. Enumerable.Range(0, 30).Select(i => 512 * rounds[i % rounds.Length] - 22 + i * 7 % 23 - 11.0).Order(),
        ];

        Assert.True(LooseAge.Find(ages, 0.16, 0.6).Support > 0 == isTimers, name);
    }
}
