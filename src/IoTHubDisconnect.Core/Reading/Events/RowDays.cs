using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>How many rows each day has. A row whose time is wrong stands years away from all others.</summary>
internal sealed class RowDays
{
    /// <summary>Logs of one call may have gaps, but none as long as this.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromDays(5 * 366);

    /// <summary>Rows that are right are so many times those that are not; else nobody can tell which are.</summary>
    private const int Majority = 4;

    private readonly Dictionary<long, Stretch> _days = [];
    private Stretch _day = new();

    /// <summary>Counts a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long ticks)
    {
        if (ticks < _day.From || ticks >= _day.From + TimeSpan.TicksPerDay)
            _day = DayOf(ticks);
        _day.Rows++;
        if (ticks < _day.First)
            _day.First = ticks;
        if (ticks > _day.Last)
            _day.Last = ticks;
    }

    private void Add(RowDays other)
    {
        foreach (var day in other._days.Values)
            DayOf(day.First).Add(day);
    }

    /// <summary>
    /// The time, in UTC ticks, that nearly all of the rows are of, without a gap of
    /// years; all of it where there is none.
    /// </summary>
    private RowEra Era()
    {
        var rows = _days.Values.Sum(d => d.Rows);
        var eras = new List<Stretch>();
        foreach (var day in _days.Values.OrderBy(d => d.First))
        {
            if (eras.Count == 0 || day.First - eras[^1].Last > Far.Ticks)
                eras.Add(new Stretch());
            eras[^1].Add(day);
        }
        if (eras.Count == 0)
            return default;
        var main = eras.MaxBy(e => e.Rows)!;
        return main.Rows >= Majority * (rows - main.Rows)
            ? new RowEra(main.First, main.Last, rows - main.Rows, eras.Find(e => e != main)?.First)
            : new RowEra(eras[0].First, eras[^1].Last, 0, null);
    }

    /// <summary>The same for rows that were counted apart.</summary>
    public static RowEra EraOf(IEnumerable<RowDays> parts)
    {
        var all = new RowDays();
        foreach (var part in parts)
            all.Add(part);
        return all.Era();
    }

    private Stretch DayOf(long ticks)
    {
        var from = ticks - ticks % TimeSpan.TicksPerDay;
        if (!_days.TryGetValue(from, out var day))
            _days.Add(from, day = new Stretch { From = from });
        return day;
    }

    /// <summary>The rows of a day, or of days that follow one another.</summary>
    private sealed class Stretch
    {
        public long From = long.MaxValue - TimeSpan.TicksPerDay;
        public long Rows,
            First = long.MaxValue,
            Last = long.MinValue;

        public void Add(Stretch other)
        {
            Rows += other.Rows;
            First = Math.Min(First, other.First);
            Last = Math.Max(Last, other.Last);
        }
    }
}
