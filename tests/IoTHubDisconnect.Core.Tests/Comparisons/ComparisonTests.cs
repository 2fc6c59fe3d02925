using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Comparisons;

namespace IoTHubDisconnect.Tests.Comparisons;

/// <summary>What is found, case by case, of an hour before noon and the hour after it.</summary>
public sealed class ComparisonTests
{
    private static readonly TimeSpan Half = TimeSpan.FromHours(6);

    [Fact]
    public void Many_devices_that_became_worse_are_more_than_chance()
    {
        var log = new TestLog();
        for (var device = 0; device < 12; device++)
            log.Add(Disabled(device, "7:10 13:05 14:30 15:40 16:50"), $"d{device}");

        var comparison = Compare(log).Single(c => c.Cause == CauseName.DeviceDisabled);

        Assert.Equal(
            (DisconnectChange.Worse, true, 12L, 48L),
            (comparison.Change, comparison.IsSignificant, comparison.ReferenceCount, comparison.DifferenceCount)
        );
        Assert.Equal((true, false), (comparison.IsMoreTrouble, comparison.IsExpected));
        Assert.Equal(4, comparison.Ratio!.Value, 6);
    }

    [Fact]
    public void One_device_that_was_switched_off_often_for_an_hour_is_not()
    {
        var log = new TestLog().Add(
            Disabled(0, "13:01 13:05 13:10 13:15 13:20 13:25 13:30 13:35 13:40 13:45 13:50 13:55")
        );

        var comparison = Assert.Single(Compare(log));

        Assert.Equal(
            (DisconnectChange.New, false, 0L, 12L),
            (comparison.Change, comparison.IsSignificant, comparison.ReferenceCount, comparison.DifferenceCount)
        );
        Assert.Null(comparison.Ratio);
    }

    [Fact]
    public void One_fault_of_the_hub_is_not_whatever_it_dropped()
    {
        var log = new TestLog();
        for (var device = 0; device < 40; device++)
            log.Add(
                $"6:00:00 C, 13:00:{device:00} D 500001, 13:01:{device:00} C",
                $"d{device}",
                ip: $"203.0.{device}.XXX"
            );

        var comparison = Compare(log).Single(c => c.Cause == CauseName.HubFault);

        Assert.Equal(
            (DisconnectChange.New, false, 40L),
            (comparison.Change, comparison.IsSignificant, comparison.DifferenceCount)
        );
    }

    [Fact]
    public void The_same_twice_is_the_same()
    {
        var log = new TestLog();
        for (var device = 0; device < 5; device++)
            log.Add(Disabled(device, "7:10 13:10"), $"d{device}");

        Assert.All(
            Compare(log),
            c => Assert.Equal((DisconnectChange.Same, false, 1.0), (c.Change, c.IsSignificant, c.PValue))
        );
    }

    [Fact]
    public void Rates_make_up_for_periods_of_different_length()
    {
        var log = new TestLog().Add(Disabled(0, "6:30 7:30 8:30 9:30 12:30"));
        var causes = log.Causes();
        var builder = new ComparisonBuilder();
        foreach (var cause in causes)
            (cause.Time < TestLog.At("12:00") ? builder.Reference : builder.Difference).Add(
                ComparedDisconnect.Of(new Verdict(cause))
            );

        var comparison = Assert.Single(
            builder.Build(
                new(TestLog.At("6:00").UtcTicks, Half),
                new(TestLog.At("12:00").UtcTicks, Half / 4),
                0.05,
                CancellationToken.None
            )
        );

        Assert.Equal(
            (16.0, 16.0, DisconnectChange.Same),
            (Math.Round(comparison.ReferenceRate, 6), Math.Round(comparison.DifferenceRate, 6), comparison.Change)
        );
    }

    [Fact]
    public void The_same_input_gives_the_same_answer() => Assert.Equal(Some(), Some());

    [Theory]
    [InlineData(new[] { 0.01, 0.04, 0.03 }, new[] { 0.03, 0.06, 0.06 })]
    [InlineData(new[] { 0.9, 0.001 }, new[] { 0.9, 0.002 })]
    [InlineData(new double[0], new double[0])]
    public void Several_at_once_are_made_up_for(double[] given, double[] adjusted) =>
        Assert.Equal(adjusted, Holm.Adjust(given).Select(p => Math.Round(p, 6)));

    [Theory]
    [InlineData(1, false)]
    [InlineData(30, true)]
    public void Trouble_in_what_is_expected_is_compared_by_itself(int late, bool isMore)
    {
        var builder = new ComparisonBuilder();
        for (var device = 0; device < 40; device++)
        {
            builder.Reference.Add(Renewal(device, minute: 10, isExpected: true));
            for (var hour = 0; hour < 5; hour++)
                builder.Difference.Add(Renewal(device, 370 + 60 * hour, isExpected: hour > 0 || device >= late));
        }

        var comparison = Assert.Single(Build(builder));

        Assert.Equal((true, isMore), (comparison.IsSignificant, comparison.IsMoreTrouble));
        Assert.Equal((null, 200L - late), (comparison.IsExpected, comparison.DifferenceExpectedCount));
    }

    [Theory]
    [InlineData(0, 8, 0, DisconnectChange.Gone)]
    [InlineData(2, 0, 0, DisconnectChange.Lasting)]
    [InlineData(6, 2, 2, DisconnectChange.Lasting)]
    [InlineData(8, 0, 2, DisconnectChange.Lasting)]
    [InlineData(1, 7, 0, DisconnectChange.Better)]
    [InlineData(1, 7, 3, DisconnectChange.Better)]
    [InlineData(2, 0, 2, DisconnectChange.Same)]
    [InlineData(2, 0, 5, DisconnectChange.Worse)]
    public void Who_is_still_away_makes_nothing_better(int away, int back, int later, DisconnectChange change)
    {
        var builder = new ComparisonBuilder();
        for (var device = 0; device < away + back; device++)
            builder.Reference.Add(Refusal(device, minute: 10, isAway: device < away));
        for (var device = 0; device < later; device++)
            builder.Difference.Add(Refusal(100 + device, minute: 370, isAway: true));

        var comparison = Assert.Single(Build(builder));

        Assert.Equal((change, away), (comparison.Change, comparison.StillAwayCount));
        Assert.Equal((away + back, later), (comparison.ReferenceCount, comparison.DifferenceCount));
    }

    [Fact]
    public void Who_was_seen_in_the_difference_is_not_still_away()
    {
        var builder = new ComparisonBuilder();
        builder.Reference.Add(Refusal(0, minute: 10, isAway: true));
        builder.Difference.Add(Renewal(0, minute: 370, isExpected: true));

        var refused = Build(builder).Single(c => c.Cause == CauseName.DeviceNotFound);

        Assert.Equal((DisconnectChange.Gone, 0), (refused.Change, refused.StillAwayCount));
    }

    private static ComparedDisconnect Refusal(int device, int minute, bool isAway) =>
        Renewal(device, minute, isExpected: false) with
        {
            Cause = CauseName.DeviceNotFound,
            IsAway = isAway,
        };

    private static ComparedDisconnect Renewal(int device, int minute, bool isExpected) =>
        new(
            TestLog.At("6:00").AddMinutes(minute + device % 7).UtcTicks,
            "hub",
            $"d{device}",
            null,
            CauseName.SasTokenRenewed,
            isExpected,
            Place: null,
            IsAway: false
        );

    private static string Some()
    {
        var log = new TestLog();
        for (var device = 0; device < 6; device++)
            log.Add(Disabled(device, device % 2 == 0 ? "7:10 13:05 14:30" : "8:00 9:15 15:40"), $"d{device}");
        return string.Join(' ', Compare(log).Select(c => $"{c} {c.PValue:R}"));
    }

    /// <summary>
    /// Devices that are switched off for minutes at the given times, each further device a little later.
    /// </summary>
    private static string Disabled(int device, string times) =>
        "6:00:00 C, "
        + string.Join(
            ", ",
            times
                .Split(' ')
                .Select(t =>
                {
                    var at =
                        TimeSpan.Parse(t, System.Globalization.CultureInfo.InvariantCulture)
                        + TimeSpan.FromMinutes(device * 1.7);
                    return $"{at} F 403012, {at + TimeSpan.FromSeconds(175)} C";
                })
        );

    private static IReadOnlyList<DisconnectComparison> Compare(TestLog log)
    {
        var builder = new ComparisonBuilder();
        foreach (var cause in log.Causes())
            (cause.Time < TestLog.At("12:00") ? builder.Reference : builder.Difference).Add(
                ComparedDisconnect.Of(new Verdict(cause))
            );
        return Build(builder);
    }

    private static IReadOnlyList<DisconnectComparison> Build(ComparisonBuilder builder) =>
        builder.Build(
            new(TestLog.At("6:00").UtcTicks, Half),
            new(TestLog.At("12:00").UtcTicks, Half),
            0.05,
            CancellationToken.None
        );
}
