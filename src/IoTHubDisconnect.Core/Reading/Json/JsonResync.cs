using System.Buffers;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>After something broken, finds the next place where reading on makes sense.</summary>
internal sealed class JsonResync(
    ByteWindow window,
    JsonElementReader elements,
    JsonContainers containers,
    bool rowPerLine
)
{
    private const int LongestKey = 4096;

    private static readonly SearchValues<byte> Objects = SearchValues.Create("{"u8);
    private static readonly SearchValues<byte> ObjectsAndRows = SearchValues.Create("{["u8);
    private static readonly SearchValues<byte> ObjectsInLine = SearchValues.Create("{\n"u8);
    private static readonly SearchValues<byte> ObjectsAndRowsInLine = SearchValues.Create("{[\n"u8);

    /// <summary>
    /// Goes past the byte the window stands on to the next row or container, or to the
    /// line's end where each line is a row.
    /// </summary>
    internal void MoveOn()
    {
        containers.Damage();
        window.Take(1);
        var stops = (rowPerLine, containers.InTable) switch
        {
            (false, false) => Objects,
            (false, true) => ObjectsAndRows,
            (true, false) => ObjectsInLine,
            (true, true) => ObjectsAndRowsInLine,
        };
        while (true)
        {
            var found = window.Bytes.IndexOfAny(stops);
            if (found < 0)
            {
                window.TakeText(window.Bytes.Length);
                if (!window.TryFill())
                    return;
                continue;
            }
            window.TakeText(found);
            if (window.Bytes[0] == '\n')
            {
                containers.Clear();
                return;
            }
            window.ThrowIfCancelled();
            if (window.Bytes[0] == '[' ? IsRow() : IsObject())
                return;
            window.Take(1);
        }
    }

    private bool IsRow()
    {
        var row = default(Row);
        return elements.ReadTableRow(ref row, out _) == JsonRead.Row && RowTime.TryParse(row.Time, out _);
    }

    private bool IsObject()
    {
        if (!HasKey() || JsonValueEnd.IsTooDeep(window.Bytes))
            return false;
        var row = default(Row);
        return elements.ReadObject(ref row, out _) switch
        {
            JsonRead.Row => row.IsLogRow,
            JsonRead.Elements or JsonRead.TableRows => true,
            _ => false,
        };
    }

    // Spares most of what is not JSON the cost of an exception.
    private bool HasKey()
    {
        while (true)
        {
            var text = window.Bytes[1..Math.Min(window.Bytes.Length, LongestKey)].TrimStart(" \t\r\n"u8);
            if (!text.IsEmpty && text[0] != '"')
                return false;
            var key = text.IsEmpty ? 0 : JsonValueEnd.OfString(text);
            var rest = text[key..].TrimStart(" \t\r\n"u8);
            if (key > 0 && !rest.IsEmpty)
                return rest[0] == ':';
            if (window.Bytes.Length >= LongestKey || !window.TryFill())
                return false;
        }
    }
}
