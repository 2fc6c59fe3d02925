using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IoTHubDisconnect;

/// <summary>
/// Compares the names, addresses and times of rows: some ten bytes, for which a call is too far. The library's
/// own comparison also comes precompiled without AVX: a mix that is slow until the runtime has recompiled it,
/// which a short job does not live to see.
/// </summary>
internal static class ShortBytes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length != b.Length)
            return false;
        if (!Vector128.IsHardwareAccelerated || a.Length < sizeof(ulong))
            return a.SequenceEqual(b);
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b);
        if (a.Length < Vector128<byte>.Count)
        {
            var end = a.Length - sizeof(ulong);
            return Word(ref first, 0) == Word(ref second, 0) && Word(ref first, end) == Word(ref second, end);
        }
        var last = a.Length - Vector128<byte>.Count;
        for (var at = 0; at < last; at += Vector128<byte>.Count)
        {
            if (Vector128.LoadUnsafe(ref first, (nuint)at) != Vector128.LoadUnsafe(ref second, (nuint)at))
                return false;
        }
        return Vector128.LoadUnsafe(ref first, (nuint)last) == Vector128.LoadUnsafe(ref second, (nuint)last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte text, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, at));
}
