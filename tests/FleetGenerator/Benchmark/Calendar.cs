namespace FleetGenerator.Benchmark;

/// <summary>
/// Which device is next: a ring of seconds, each with a chain of devices. Memory grows with devices alone.
/// </summary>
internal sealed class Calendar
{
    private const int None = -1;
    private const int Seconds = 1 << 16;

    private readonly int[] _first = new int[Seconds];
    private readonly int[] _next;

    public Calendar(int devices)
    {
        _next = new int[devices];
        Array.Fill(_first, None);
    }

    /// <summary>The second must lie within the coming 18 hours.</summary>
    public void Add(int device, long second)
    {
        var slot = (int)(second & (Seconds - 1));
        _next[device] = _first[slot];
        _first[slot] = device;
    }

    /// <summary>Takes out all devices of a second.</summary>
    public void Take(long second, List<int> devices)
    {
        var slot = (int)(second & (Seconds - 1));
        devices.Clear();
        for (var device = _first[slot]; device != None; device = _next[device])
            devices.Add(device);
        _first[slot] = None;
    }
}
