using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>
/// Rows that came twice, from exports whose times are not equally exact: in whole milliseconds or seconds, cut or
/// rounded, and finer.
/// </summary>
internal static class CoarseCopies
{
    /// <summary>
    /// A device has fewer rows in a second; of a log that has more, so many on each side are looked at.
    /// </summary>
    private const int MostBeside = 64;

    /// <summary>One row in a thousand has a whole second by chance where times are whole milliseconds.</summary>
    private const int MostByChance = 100;

    /// <summary>Of a device's rows, in order of time, those that no finer one tells of.</summary>
    public static Span<ConnectionEvent> LeaveOut(Span<ConnectionEvent> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (
                rows[i].Ticks - rows[i - 1].Ticks < TimeSpan.TicksPerSecond
                && UnitOf(rows[i].Ticks) != UnitOf(rows[i - 1].Ticks)
            )
                return KeepFinest(rows);
        }
        return rows;
    }

    private static Span<ConnectionEvent> KeepFinest(Span<ConnectionEvent> rows)
    {
        var coarsest = HaveWholeSeconds(rows) ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond;
        var kept = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var unit = Math.Min(UnitOf(row.Ticks), coarsest);
            if (!HasFinerBefore(rows[..kept], row, unit) && !HasFinerAfter(rows[(i + 1)..], row, unit))
                rows[kept++] = row;
        }
        return rows[..kept];
    }

    private static bool HaveWholeSeconds(ReadOnlySpan<ConnectionEvent> rows)
    {
        var count = 0;
        foreach (ref readonly var row in rows)
        {
            if (UnitOf(row.Ticks) == TimeSpan.TicksPerSecond)
                count++;
        }
        return count > rows.Length / MostByChance;
    }

    private static bool HasFinerBefore(ReadOnlySpan<ConnectionEvent> rows, in ConnectionEvent row, long unit)
    {
        for (var i = rows.Length - 1; i >= 0 && rows.Length - i <= MostBeside; i--)
        {
            if (row.Ticks - rows[i].Ticks > unit / 2)
                return false;
            if (IsFiner(rows[i], row, unit))
                return true;
        }
        return false;
    }

    private static bool HasFinerAfter(ReadOnlySpan<ConnectionEvent> rows, in ConnectionEvent row, long unit)
    {
        for (var i = 0; i < rows.Length && i < MostBeside && rows[i].Ticks - row.Ticks < unit; i++)
        {
            if (IsFiner(rows[i], row, unit))
                return true;
        }
        return false;
    }

    private static bool IsFiner(in ConnectionEvent row, in ConnectionEvent copy, long unit) =>
        row.Content == copy.Content && UnitOf(row.Ticks) < unit;

    /// <summary>What the time is a whole number of, in ticks.</summary>
    private static long UnitOf(long ticks) =>
        ticks % TimeSpan.TicksPerMillisecond != 0 ? 1
        : ticks % TimeSpan.TicksPerSecond != 0 ? TimeSpan.TicksPerMillisecond
        : TimeSpan.TicksPerSecond;
}
