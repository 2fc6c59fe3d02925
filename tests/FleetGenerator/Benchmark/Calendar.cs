namespace FleetGenerator.Benchmark;

/// <summary>
/// Which device is next: a ring of seconds, each with a chain of devices. Memory grows with devices alone.
/// </summary>
internal sealed class Calendar
{
    private const int None = -1;
    private const int Seconds = 1 << 16;

    private readonly int[] first = new int[Seconds];
    private readonly int[] next;

    public Calendar(int devices)
    {
        next = new int[devices];
        Array.Fill(first, None);
    }

    /// <summary>The second must lie within the coming 18 hours.</summary>
    public void Add(int device, long second)
    {
        int slot = (int)(second & (Seconds - 1));
        next[device] = first[slot];
        first[slot] = device;
    }

    /// <summary>Takes out all devices of a second.</summary>
    public void Take(long second, List<int> devices)
    {
        int slot = (int)(second & (Seconds - 1));
        devices.Clear();
        for (int device = first[slot]; device != None; device = next[device])
            devices.Add(device);
        first[slot] = None;
    }
}
