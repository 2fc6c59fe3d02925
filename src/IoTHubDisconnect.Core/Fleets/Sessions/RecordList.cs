using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>The records of one device while they are found; they are changed in place.</summary>
internal sealed class RecordList(Slab<DisconnectRecord> slab)
{
    private DisconnectRecord[] _records = new DisconnectRecord[64];

    public int Count { get; private set; }

    public ref DisconnectRecord this[int index] => ref _records[index];

    public void Clear() => Count = 0;

    public ref DisconnectRecord Add(DisconnectKind kind, in ConnectionEvent row, long connectedAt, int context)
    {
        if (Count == _records.Length)
            Array.Resize(ref _records, Count * 2);
        ref var record = ref _records[Count++];
        record = default;
        record.Kind = kind;
        record.Time = record.LastRowAt = row.Ticks;
        record.ConnectedAt = connectedAt;
        record.Code = row.Code;
        record.RelatedCode = record.RefusalCode = ConnectionEvent.NoCode;
        record.Context = context;
        record.NextContext = -1;
        return ref record;
    }

    /// <summary>A copy in order of time. Few are out of it: runs of refusals that take in a row from before.</summary>
    public DisconnectRecords ByTime()
    {
        var sorted = new DisconnectRecords(slab.Take(Count));
        for (var i = 0; i < Count; i++)
        {
            var at = i;
            for (; at > 0 && sorted[at - 1].Time > _records[i].Time; at--)
                sorted[at] = sorted[at - 1];
            sorted[at] = _records[i];
        }
        return sorted;
    }
}
