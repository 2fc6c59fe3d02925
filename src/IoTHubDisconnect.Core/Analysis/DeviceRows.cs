using IoTHubDisconnect.Events;

namespace IoTHubDisconnect.Analysis;

/// <summary>The rows of some devices, each device's together and in order of time.</summary>
internal sealed class DeviceRows
{
    private readonly ConnectionEvent[] _rows;
    private readonly List<(int Device, int Start, int Count)> _devices = [];

    public DeviceRows(ConnectionEvent[] rows, int partitions)
    {
        _rows = GroupByDevice(rows, partitions);
        for (var start = 0; start < _rows.Length;)
        {
            var end = start + 1;
            while (end < _rows.Length && _rows[end].Device == _rows[start].Device) end++;
            SortByTime(_rows.AsSpan(start, end - start));
            _devices.Add((_rows[start].Device, start, end - start));
            start = end;
        }
    }

    public IReadOnlyList<(int Device, int Start, int Count)> Devices => _devices;

    public ReadOnlySpan<ConnectionEvent> this[(int Device, int Start, int Count) device] => _rows.AsSpan(device.Start, device.Count);

    private static ConnectionEvent[] GroupByDevice(ConnectionEvent[] rows, int partitions)
    {
        if (rows.Length == 0) return rows;
        var highest = 0;
        foreach (ref readonly var row in rows.AsSpan()) highest = Math.Max(highest, row.Device / partitions);
        var next = new int[highest + 2];
        foreach (ref readonly var row in rows.AsSpan()) next[row.Device / partitions + 1]++;
        for (var i = 1; i < next.Length; i++) next[i] += next[i - 1];
        var grouped = new ConnectionEvent[rows.Length];
        foreach (ref readonly var row in rows.AsSpan()) grouped[next[row.Device / partitions]++] = row;
        return grouped;
    }

    private static void SortByTime(Span<ConnectionEvent> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (Compare(rows[i - 1], rows[i]) <= 0) continue;
            rows.Sort(static (a, b) => Compare(a, b));
            return;
        }
    }

    private static int Compare(in ConnectionEvent a, in ConnectionEvent b)
    {
        var order = a.Ticks.CompareTo(b.Ticks);
        if (order == 0) order = a.Kind.CompareTo(b.Kind);
        return order != 0 ? order : a.Code.CompareTo(b.Code);
    }
}
