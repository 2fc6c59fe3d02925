namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>The records of one device, in order of time.</summary>
internal readonly struct DisconnectRecords(ArraySegment<DisconnectRecord> records)
{
    private readonly ArraySegment<DisconnectRecord> _records = records;

    public int Length => _records.Count;

    public ref DisconnectRecord this[int index] => ref _records.Array![_records.Offset + index];

    public Span<DisconnectRecord> AsSpan() => _records;

    public IEnumerable<DisconnectRecord> AsEnumerable() => _records;
}
