using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>The rows of a log by what they tell of.</summary>
internal sealed class RowTally
{
    private readonly long[] _kinds = new long[(int)EventKind.Disconnected + 1];

    public long this[EventKind kind] => _kinds[(int)kind];

    /// <summary>Rows that have no place for whether they are errors.</summary>
    public long Untold { get; private set; }

    /// <summary>Rows that tell of an error, and at most by an HTTP status of which.</summary>
    public long Uncoded { get; private set; }

    /// <summary>Rows of the category Connections that tell of something else.</summary>
    public OtherRows Others { get; } = new();

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public void Add(in ConnectionEvent row)
    {
        _kinds[(int)row.Kind]++;
        if (row.Code == ConnectionEvent.UntoldCode)
            Untold++;
        if (row.LacksCode)
            Uncoded++;
    }

    public void Add(RowTally other)
    {
        for (var kind = 0; kind < _kinds.Length; kind++)
            _kinds[kind] += other._kinds[kind];
        Untold += other.Untold;
        Uncoded += other.Uncoded;
        Add(other.Others);
    }

    public void Add(OtherRows others)
    {
        if (others.Count > 0)
            Others.Append(others, 0);
    }
}
