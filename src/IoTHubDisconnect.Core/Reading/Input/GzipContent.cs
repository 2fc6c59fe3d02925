using System.IO.Compression;

namespace IoTHubDisconnect.Reading.Input;

/// <summary>
/// The content of gzipped data, of one member or several. Unlike <see cref="GZipStream"/> it tells when the data are
/// cut off, and it hands out all that comes before damage.
/// </summary>
internal sealed class GzipContent : ReadOnlyStream
{
    private readonly MarkedEnd _compressed;
    private readonly GZipStream _gzip;
    private Exception? _failure;
    private bool _isAtEnd;

    internal GzipContent(Stream compressed)
    {
        _compressed = new MarkedEnd(compressed);
        _gzip = new GZipStream(_compressed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_failure is not null)
            throw _failure;
        if (_isAtEnd)
            return 0;
        // Text has no zero bytes, so these tell how far decompression came if it fails.
        buffer.Clear();
        try
        {
            var count = _gzip.Read(buffer);
            if (!_compressed.IsMarkRead)
                return count;
            CheckMark(buffer, count);
            _isAtEnd = true;
            return 0;
        }
        catch (InvalidDataException error)
        {
            if (_compressed.IsMarkRead)
                throw Cut();
            _failure = error;
            var written = buffer.LastIndexOfAnyExcept((byte)0) + 1;
            if (written == 0)
                throw;
            return written;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _gzip.Dispose();
        base.Dispose(disposing);
    }

    // All that was compressed has been handed out before the mark is asked for.
    private void CheckMark(Span<byte> buffer, int count)
    {
        var expected = MarkedEnd.Content;
        for (; count > 0; count = _gzip.Read(buffer))
        {
            if (!expected.StartsWith(buffer[..count]))
                throw Cut();
            expected = expected[count..];
        }
        if (!expected.IsEmpty)
            throw Cut();
    }

    private static EndOfStreamException Cut() => new("The compressed data are cut off.");

    /// <summary>Compressed data with a member after their end that can only be read if they were whole.</summary>
    private sealed class MarkedEnd(Stream compressed) : ReadOnlyStream
    {
        private static readonly byte[] Mark = Compress(Content);

        private int _marked;

        internal static ReadOnlySpan<byte> Content => "\0end\0"u8;

        internal bool IsMarkRead => _marked > 0;

        public override int Read(Span<byte> buffer)
        {
            var count = _marked > 0 ? 0 : compressed.Read(buffer);
            if (count > 0 || buffer.IsEmpty)
                return count;
            count = Math.Min(buffer.Length, Mark.Length - _marked);
            Mark.AsSpan(_marked, count).CopyTo(buffer);
            _marked += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            compressed.Dispose();
            base.Dispose(disposing);
        }

        private static byte[] Compress(ReadOnlySpan<byte> content)
        {
            var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionLevel.NoCompression))
                gzip.Write(content);
            return compressed.ToArray();
        }
    }
}
