namespace IoTHubDisconnect.Events;

/// <summary>Rows that count only once all of their kind are there.</summary>
internal sealed class EventDraft
{
    private readonly List<ConnectionEvent> _rows = [];

    public void Add(in ConnectionEvent row) => _rows.Add(row);

    public void Discard() => _rows.Clear();

    public void Commit(EventStore.Writer writer)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows))
            writer.Add(row);
        Discard();
    }
}
