using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// What the rows themselves show to be missing: connects and ends of sessions, and times without any row.
/// </summary>
internal sealed class LostRows
{
    /// <summary>A silence is strange where so many rows would be usual in it.</summary>
    private const double LeastExpected = 25;

    private static readonly long Shortest = TimeSpan.FromMinutes(30).Ticks / TimeBins.Step;

    private readonly Dictionary<long, int> _rows = [];

    /// <summary>Sessions whose connect is not in the log although it must have been in its time.</summary>
    public long Connects { get; private set; }

    /// <summary>Sessions whose end is not in the log although the next one is.</summary>
    public long Ends { get; private set; }

    public void Add(DeviceProfile device)
    {
        for (var i = 0; i < device.Records.Length; i++)
        {
            ref readonly var record = ref device.Records[i];
            AddRow(record.Time);
            if (record.ConnectedAt != 0)
                AddRow(record.ConnectedAt);
            else if (record.Kind == DisconnectKind.Closed && i > 0)
                Connects++;
            if (record.EarlierConnectedAt != 0)
                Ends++;
        }
    }

    public void Add(LostRows other)
    {
        Connects += other.Connects;
        Ends += other.Ends;
        foreach (var (bin, count) in other._rows)
            _rows[bin] = _rows.GetValueOrDefault(bin) + count;
    }

    /// <summary>Times in which no device wrote anything, and in which many rows would be usual.</summary>
    public IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Silences()
    {
        if (_rows.Count < 2)
            yield break;
        var bins = _rows.Keys.Order().ToArray();
        var usual = _rows.Values.Sum(c => (double)c) / (bins[^1] - bins[0] + 1);
        for (var i = 1; i < bins.Length; i++)
        {
            var empty = bins[i] - bins[i - 1] - 1;
            if (empty >= Shortest && empty * usual >= LeastExpected)
                yield return (At(bins[i - 1] + 1), At(bins[i]));
        }
    }

    private void AddRow(long ticks) => _rows[TimeBins.Of(ticks)] = _rows.GetValueOrDefault(TimeBins.Of(ticks)) + 1;

    private static DateTimeOffset At(long bin) => new(bin * TimeBins.Step, TimeSpan.Zero);
}
