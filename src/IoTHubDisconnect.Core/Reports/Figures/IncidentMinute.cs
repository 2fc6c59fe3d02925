namespace IoTHubDisconnect.Reports;

/// <summary>What one trouble of a hub did in a minute.</summary>
internal struct IncidentMinute
{
    /// <summary>Disconnects.</summary>
    public int Count;

    /// <summary>When the last of their devices was back that came back, UTC ticks; 0 where none did.</summary>
    public long Back;

    public void Add(int count, long back)
    {
        Count += count;
        Back = Math.Max(Back, back);
    }
}
