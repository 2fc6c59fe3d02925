using System.Text;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>The rows that were passed over because they are of other kinds, which have names.</summary>
internal sealed class OtherRows
{
    private const int Named = 5;
    private const int LongestName = 64;

    private readonly List<byte[]> _names = [];

    internal long Count { get; private set; }

    internal long FirstLine { get; private set; }

    internal string Names =>
        string.Join(", ", _names.Select(Encoding.UTF8.GetString)) + (_names.Count == Named ? ", …" : "");

    internal void Add(ReadOnlySpan<byte> name, long line)
    {
        if (Count++ == 0)
            FirstLine = line;
        AddName(name.IsEmpty ? "none"u8 : name[..Math.Min(name.Length, LongestName)]);
    }

    internal void Append(OtherRows range, long linesBefore)
    {
        if (Count == 0)
            FirstLine = range.FirstLine + linesBefore;
        Count += range.Count;
        foreach (var name in range._names)
            AddName(name);
    }

    private void AddName(ReadOnlySpan<byte> name)
    {
        foreach (var known in _names)
            if (name.SequenceEqual(known))
                return;
        if (_names.Count < Named)
            _names.Add(name.ToArray());
    }
}
