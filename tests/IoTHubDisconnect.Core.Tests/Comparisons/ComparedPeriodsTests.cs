using IoTHubDisconnect.Comparisons;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Tests.Causes;

namespace IoTHubDisconnect.Tests.Comparisons;

public sealed class ComparedPeriodsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(TimeSpan.TicksPerDay - 2)]
    public void The_halves_of_a_log_leave_out_none_of_its_rows(long ticks)
    {
        var (first, last) = (TestLog.At("0:00"), TestLog.At("0:00").AddTicks(ticks));

        var (reference, difference) = ComparedPeriods.Of(first, last, new DisconnectFilter(), start: null, end: null);

        Assert.InRange(first, reference.Start, difference.Start);
        Assert.Equal(reference.End, difference.Start);
        Assert.InRange(last, difference.Start, difference.End.AddTicks(-1));
    }
}
