namespace IoTHubDisconnect.Events;

/// <summary>Rows that count only once all of their kind are there.</summary>
internal sealed class EventDraft
{
    private readonly List<ConnectionEvent> _rows = [];
    private readonly List<SteadyFigures> _figures = [];

    public void Add(in ConnectionEvent row) => _rows.Add(row);

    public void Add(SteadyFigures figures) => _figures.Add(figures);

    public void Discard()
    {
        _rows.Clear();
        _figures.Clear();
    }

    public void Commit(EventStore.Writer writer)
    {
        foreach (var figures in _figures)
            writer.Add(figures);
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows))
            writer.Add(row);
        Discard();
    }
}
