namespace IoTHubDisconnect.Reading.Rows;

/// <summary>How many rows of one kind there are, and where the first is.</summary>
internal sealed class CountedRows
{
    internal long Count { get; private set; }

    internal long FirstLine { get; private set; }

    internal void Add(long line)
    {
        if (Count++ == 0)
            FirstLine = line;
    }

    internal void Append(CountedRows range, long linesBefore)
    {
        if (Count == 0 && range.Count > 0)
            FirstLine = range.FirstLine + linesBefore;
        Count += range.Count;
    }
}
