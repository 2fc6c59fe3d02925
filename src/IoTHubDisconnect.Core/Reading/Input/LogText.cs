using System.Text;

namespace IoTHubDisconnect.Reading.Input;

/// <summary>A source's text as UTF-8: unpacked, transcoded and without a byte order mark.</summary>
internal sealed class LogText(HeadStream stream, bool isPlain, int markLength) : IDisposable
{
    private const int Looked = 256;

    internal HeadStream Stream { get; } = stream;

    /// <summary>Whether the source holds the text as it is, so that it can be read from any place.</summary>
    internal bool IsPlain { get; } = isPlain;

    /// <summary>The length of the byte order mark before the text.</summary>
    internal int MarkLength { get; } = markLength;

    /// <param name="source">Belongs to the text from now on.</param>
    internal static LogText Open(Stream source)
    {
        var stream = new HeadStream(source);
        var isPlain = true;
        if (stream.Head.StartsWith<byte>([0x1F, 0x8B]))
        {
            stream = new HeadStream(new GzipContent(stream));
            isPlain = false;
        }
        if (Utf16(stream.Head) is { } utf16)
        {
            stream = new HeadStream(Encoding.CreateTranscodingStream(stream, utf16, new UTF8Encoding(false)));
            isPlain = false;
        }
        var markLength = stream.Head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        stream.Skip(markLength);
        return new LogText(stream, isPlain, markLength);
    }

    public void Dispose() => Stream.Dispose();

    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([0xFF, 0xFE]) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true)
        : head.StartsWith<byte>([0xFE, 0xFF]) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true)
        : HasEveryOther(head, 1) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
        : HasEveryOther(head, 0) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
        : null;

    /// <summary>
    /// Whether the text begins with a letter of UTF-16 whose zero is there, and most others are: one zero is damage.
    /// </summary>
    private static bool HasEveryOther(ReadOnlySpan<byte> head, int zero)
    {
        head = head[..(Math.Min(head.Length, Looked) & ~1)];
        if (head.IsEmpty || head[zero] != 0 || head[1 - zero] is not (> 0x1F and < 0x7F))
            return false;
        var zeros = 0;
        for (var at = zero; at < head.Length; at += 2)
            zeros += head[at] == 0 ? 1 : 0;
        return zeros * 4 > head.Length;
    }
}
