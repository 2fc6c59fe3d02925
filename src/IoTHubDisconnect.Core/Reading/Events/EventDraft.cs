using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>Rows that count only once all of their kind are there.</summary>
internal sealed class EventDraft
{
    private readonly List<ConnectionEvent> _rows = [];
    private OtherRows _others = new();

    public void Add(in ConnectionEvent row) => _rows.Add(row);

    public void AddOther(ReadOnlySpan<byte> operation) => _others.Add(operation, 0);

    public void Discard()
    {
        _rows.Clear();
        _others = new OtherRows();
    }

    public void Commit(EventStore.Writer writer)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows))
            writer.Add(row);
        writer.Add(_others);
        Discard();
    }
}
