using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Looks for the bytes that matter in JSON strings. Spans have methods that do the same, but those are a call too far
/// for values of some ten bytes, and come precompiled without AVX: a mix that is slow until the runtime has recompiled
/// them, which a short job does not live to see.
/// </summary>
internal static class JsonBytes
{
    /// <returns>The index of the first quote or backslash; -1 where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOfQuoteOrBackslash(ReadOnlySpan<byte> text)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
            for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
            {
                var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)at);
                var found = (
                    Vector256.Equals(block, Vector256.Create((byte)'"'))
                    | Vector256.Equals(block, Vector256.Create((byte)'\\'))
                ).ExtractMostSignificantBits();
                if (found != 0)
                    return at + BitOperations.TrailingZeroCount(found);
            }
        var rest = text[at..].IndexOfAny((byte)'"', (byte)'\\');
        return rest < 0 ? -1 : at + rest;
    }

    /// <returns>The index of the first quote, backslash or control character; -1 where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOfStringEnd(ReadOnlySpan<byte> text)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
            for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
            {
                var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)at);
                var found = (
                    Vector256.Equals(block, Vector256.Create((byte)'"'))
                    | Vector256.Equals(block, Vector256.Create((byte)'\\'))
                    | Vector256.LessThan(block, Vector256.Create((byte)' '))
                ).ExtractMostSignificantBits();
                if (found != 0)
                    return at + BitOperations.TrailingZeroCount(found);
            }
        for (; at < text.Length; at++)
            if (text[at] is (byte)'"' or (byte)'\\' or < (byte)' ')
                return at;
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool HasControl(ReadOnlySpan<byte> text)
    {
        if (!Vector256.IsHardwareAccelerated || text.Length < Vector256<byte>.Count)
            return text.ContainsAnyInRange((byte)0, (byte)0x1F);
        ref var first = ref MemoryMarshal.GetReference(text);
        var last = text.Length - Vector256<byte>.Count;
        for (var at = 0; at < last; at += Vector256<byte>.Count)
            if (Vector256.LessThanAny(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.Create((byte)' ')))
                return true;
        return Vector256.LessThanAny(Vector256.LoadUnsafe(ref first, (nuint)last), Vector256.Create((byte)' '));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> value)
    {
        if (text.Length < value.Length)
            return false;
        if (!Vector256.IsHardwareAccelerated || value.Length < Vector256<byte>.Count)
            return ShortBytes.AreEqual(text[..value.Length], value);
        ref var first = ref MemoryMarshal.GetReference(text);
        ref var expected = ref MemoryMarshal.GetReference(value);
        var last = value.Length - Vector256<byte>.Count;
        for (var at = 0; at < last; at += Vector256<byte>.Count)
            if (Vector256.LoadUnsafe(ref first, (nuint)at) != Vector256.LoadUnsafe(ref expected, (nuint)at))
                return false;
        return Vector256.LoadUnsafe(ref first, (nuint)last) == Vector256.LoadUnsafe(ref expected, (nuint)last);
    }
}
