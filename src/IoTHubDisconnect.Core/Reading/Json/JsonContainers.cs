using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>The arrays and envelopes that are open.</summary>
internal sealed class JsonContainers
{
    private const int Deepest = 64;

    private readonly Stack<Kind> _open = new();

    private enum Kind
    {
        Array,
        Table,
        Envelope,
    }

    /// <summary>Whether something broken made the count of brackets worthless.</summary>
    internal bool IsDamaged { get; private set; }

    /// <summary>The columns of the table whose rows are being read; null where they are not known.</summary>
    internal RowColumns? Columns { get; private set; }

    internal bool IsEmpty => _open.Count == 0;

    internal bool InTable => _open.TryPeek(out var kind) && kind == Kind.Table;

    /// <summary>Whether the array of an envelope is done, and the rest of the envelope is to come.</summary>
    internal bool InEnvelope => _open.TryPeek(out var kind) && kind == Kind.Envelope;

    internal void OpenArray() => Open(Kind.Array);

    /// <summary>An envelope with one element, which is next.</summary>
    internal void OpenBody() => Open(Kind.Envelope);

    internal void OpenEnvelope()
    {
        Open(Kind.Envelope);
        Open(Kind.Array);
    }

    internal void OpenTable(RowColumns? columns)
    {
        Columns = columns;
        Open(Kind.Envelope);
        Open(Kind.Table);
    }

    /// <returns>False where the bracket closes nothing.</returns>
    internal bool TryClose(byte bracket)
    {
        if (!_open.TryPeek(out var kind) || (kind == Kind.Envelope) != (bracket == '}'))
            return IsDamaged;
        _open.Pop();
        return true;
    }

    internal void Damage() => IsDamaged = true;

    /// <summary>Begins anew, as on a line that is known to begin outside of all.</summary>
    internal void Clear()
    {
        _open.Clear();
        IsDamaged = false;
    }

    private void Open(Kind kind)
    {
        if (_open.Count >= Deepest)
        {
            Clear();
            Damage();
        }
        _open.Push(kind);
    }
}
