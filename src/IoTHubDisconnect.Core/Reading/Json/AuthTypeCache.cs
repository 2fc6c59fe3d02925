using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Keeps the last few spellings of <c>authType</c> with their escapes resolved: a fleet has a handful of them.
/// </summary>
internal sealed class AuthTypeCache
{
    private readonly Entry[] _entries = [new(), new(), new(), new()];
    private int _oldest;

    /// <summary>Takes an <c>authType</c> that is JSON in a JSON string in a JSON string.</summary>
    /// <param name="text">What follows the value's opening <c>\"</c>.</param>
    /// <param name="value">The value with both levels of escapes resolved.</param>
    /// <returns>The length with the closing <c>\"</c>; 0 where other escapes than quotes are in there.</returns>
    [MethodImpl(HotPath.Reading)]
    internal int Take(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> value)
    {
        foreach (var entry in _entries)
            if (entry.Length > 0 && JsonBytes.StartsWith(text, entry.Written.AsSpan(0, entry.Length)))
            {
                value = entry.Value.AsSpan(0, entry.ValueLength);
                return entry.Length;
            }

        var replaced = _entries[_oldest];
        _oldest = (_oldest + 1) % _entries.Length;
        var length = replaced.Fill(text);
        value = replaced.Value.AsSpan(0, replaced.ValueLength);
        return length;
    }

    private sealed class Entry
    {
        private const int Longest = 4096;

        public byte[] Written = [];
        public byte[] Value = [];
        public int Length;
        public int ValueLength;

        public int Fill(ReadOnlySpan<byte> text)
        {
            Length = 0;
            ValueLength = 0;
            var length = FindEnd(text);
            if (length is 0 or > Longest)
                return 0;
            if (Written.Length < length)
                (Written, Value) = (new byte[length * 2], new byte[length * 2]);
            text[..length].CopyTo(Written);
            Length = length;
            for (var at = 0; at < length - 2; ValueLength++)
            {
                var escaped = text[at] == '\\';
                Value[ValueLength] = escaped ? (byte)'"' : text[at];
                at += escaped ? 4 : 1;
            }
            return length;
        }

        private static int FindEnd(ReadOnlySpan<byte> text)
        {
            var at = 0;
            while (true)
            {
                var found = text[at..].IndexOfAny((byte)'\\', (byte)'"');
                if (found < 0)
                    return 0;
                at += found;
                if (text[at..].StartsWith("\\\\\\\""u8))
                    at += 4;
                else
                    return text[at..].StartsWith("\\\""u8) ? at + 2 : 0;
            }
        }
    }
}
