using System.Runtime.CompilerServices;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Reads records that follow one another, by their shapes or else by
/// <see cref="QuickRow"/>, until something else comes.
/// </summary>
internal sealed class PlainRows(ByteWindow window, RowReceiver receiver, RowShapes shapes, int longestRow)
{
    private const int LongestCut = 4096;

    private readonly QuickRow _quick = new();

    /// <summary>Whether there was any row.</summary>
    internal bool HasContent { get; private set; }

    /// <returns>False where the range is at its end.</returns>
    internal bool Read()
    {
        while (TryReadWindow())
            // What is declined near the window's end may only be cut off there.
            if (window.Bytes.Length >= LongestCut || !window.TryFill())
                return !window.Bytes.IsEmpty;
        return false;
    }

    [MethodImpl(HotPath.Reading)]
    private bool TryReadWindow()
    {
        var bytes = window.Bytes;
        var at = 0;
        var taken = 0;
        while (at < bytes.Length)
        {
            var next = bytes[at];
            if (next == '{')
            {
                HasContent = true;
                window.Take(at - taken);
                taken = at;
                var length = ReadRow(bytes[at..]);
                if (length == 0)
                    break;
                at += length;
            }
            else if (next == '\n')
            {
                at++;
                window.Take(at - taken, 1);
                taken = at;
                if (window.Position >= window.End)
                    return false;
            }
            else if (next is (byte)' ' or (byte)',' or (byte)'\r' or (byte)'\t')
                at++;
            else
                break;
        }
        window.Take(at - taken);
        return true;
    }

    [MethodImpl(HotPath.Reading)]
    private int ReadRow(ReadOnlySpan<byte> text)
    {
        var row = default(Row);
        var length = shapes.Read(text, ref row);
        if (length > 0 && length <= longestRow && receiver.TryTakeKnown(ref row))
            return length;

        row = default;
        length = _quick.Read(text, ref row);
        if (length > longestRow || !row.IsLogRow)
            return 0;
        if (length > 0 && receiver.Take(ref row, window.Line) == RowOutcome.HandedOn)
            shapes.Learn(text[..length], row);
        return length;
    }
}
