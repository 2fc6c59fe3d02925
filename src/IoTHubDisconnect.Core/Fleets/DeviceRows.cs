using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>
/// The rows of one partition at a time, each device's together and in order of time. Its
/// buffers serve partition after partition.
/// </summary>
internal sealed class DeviceRows(EventStore store)
{
    private readonly TimeSort _sort = new(store.Contexts);
    private ConnectionEvent[] _taken = [];
    private ConnectionEvent[] _rows = [];
    private int[] _ends = [];

    /// <summary>Places for devices; the last may have no rows.</summary>
    public int Count { get; private set; }

    public void Take(int partition)
    {
        var count = store.Take(partition, ref _taken);
        if (_rows.Length < count)
            _rows = new ConnectionEvent[_taken.Length];
        GroupByDevice(count);
        for (int device = 0, start = 0; device < Count; start = _ends[device++])
            _sort.Sort(_rows, start, _ends[device]);
    }

    public Span<ConnectionEvent> this[int device]
    {
        get
        {
            var start = device == 0 ? 0 : _ends[device - 1];
            return new Span<ConnectionEvent>(_rows, start, _ends[device] - start);
        }
    }

    /// <summary>Devices of a partition have numbers that are as many apart as there are partitions.</summary>
    private void GroupByDevice(int count)
    {
        var (taken, partitions) = (_taken, EventStore.Partitions);
        Count = (store.Devices.Count - 1) / partitions + 1;
        if (_ends.Length < Count)
            _ends = new int[Count * 2];
        Array.Clear(_ends);
        var ends = _ends;
        for (var i = 0; i < count; i++)
            ends[taken[i].Device / partitions]++;
        for (int device = 0, start = 0; device < Count; device++)
            (ends[device], start) = (start, start + ends[device]);
        for (var i = 0; i < count; i++)
            _rows[ends[taken[i].Device / partitions]++] = taken[i];
    }
}
