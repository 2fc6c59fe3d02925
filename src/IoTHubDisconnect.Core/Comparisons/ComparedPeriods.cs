using IoTHubDisconnect.Fleets;

namespace IoTHubDisconnect.Comparisons;

/// <summary>The two times of one log that are compared.</summary>
internal readonly record struct ComparedPeriods(TimePeriod Reference, TimePeriod Difference)
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(24);

    /// <summary>All that has to be read.</summary>
    public TimePeriod Read =>
        new(
            Reference.Start < Difference.Start ? Reference.Start : Difference.Start,
            Reference.End > Difference.End ? Reference.End : Difference.End
        );

    public bool Overlap => Reference.Start < Difference.End && Difference.Start < Reference.End;

    /// <summary>Of a log that goes on: the last day, where no period is asked for, and the day before.</summary>
    public static ComparedPeriods Of(
        DateTimeOffset now,
        DisconnectFilter asked,
        DateTimeOffset? start,
        DateTimeOffset? end
    )
    {
        var last = asked.End ?? now;
        var length = asked.Last ?? UsualLength;
        return Of(asked.Start is { } begin ? new TimePeriod(begin, last) : TimePeriod.UpTo(last, length), start, end);
    }

    /// <summary>
    /// Of a log that is all there: its later half, where no period is asked for, and its earlier half.
    /// </summary>
    public static ComparedPeriods Of(
        DateTimeOffset firstRow,
        DateTimeOffset lastRow,
        DisconnectFilter asked,
        DateTimeOffset? start,
        DateTimeOffset? end
    )
    {
        var own = new TimePeriod(
            firstRow,
            asked.End <= lastRow ? asked.End.Value : TimePeriod.From(lastRow, TimeSpan.FromTicks(1)).End
        );
        var last = asked.End ?? own.End;
        return Of(
            asked switch
            {
                { Start: { } begin } => new TimePeriod(begin, last),
                { Last: { } length } => TimePeriod.UpTo(last, length),
                _ => own.Halves().Second,
            },
            start,
            end
        );
    }

    private static ComparedPeriods Of(TimePeriod difference, DateTimeOffset? start, DateTimeOffset? end)
    {
        var reference = (start, end) switch
        {
            ({ } from, { } to) => new TimePeriod(from, to),
            ({ } from, null) => TimePeriod.From(from, difference.Length),
            _ => TimePeriod.UpTo(end ?? difference.Start, difference.Length),
        };
        return new(reference, difference);
    }
}
