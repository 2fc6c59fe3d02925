using FleetGenerator.Chance;

namespace FleetGenerator.Logs;

/// <summary>Brings the rows to the log: loses some, repeats some, delays some.</summary>
internal sealed class Delivery(LogArtefacts artefacts, Rng rng)
{
    private const double UsualLateness = 2400;

    public List<LogRow> Deliver(IEnumerable<LogRow> rows)
    {
        var arrived = new List<LogRow>();
        foreach (var row in rows)
        {
            if (rng.Happens(artefacts.LostShare))
                continue;
            var delivered = rng.Happens(artefacts.LateShare) ? Later(row, rng.Wait(UsualLateness)) : row;
            arrived.Add(delivered);
            if (rng.Happens(artefacts.DuplicateShare))
                arrived.Add(Later(delivered, rng.Happens(0.7) ? 0 : rng.Wait(60)));
        }

        return [.. arrived.OrderBy(FileHour).ThenBy(row => artefacts.MixedOrder ? row.ArrivedAt : row.Time)];
    }

    /// <summary>Rows are filed by the hour of their arrival, not of their time.</summary>
    internal static DateTimeOffset FileHour(LogRow row)
    {
        var at = row.ArrivedAt;
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerHour));
    }

    private static LogRow Later(LogRow row, double seconds) =>
        row with
        {
            ArrivedAt = row.ArrivedAt.AddSeconds(seconds),
        };
}
