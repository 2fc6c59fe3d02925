namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// Hands out parts of large arrays. Rows and records live as long as their call: among small objects the garbage
/// collector would clear them, count them and move them again and again, and stop all threads to do so.
/// </summary>
/// <param name="length">Of one array; a large object if it has 85,000 bytes.</param>
internal sealed class Slab<T>(int length)
    where T : unmanaged
{
    private T[] _array = [];
    private int _used;

    /// <summary>A part that nobody else has; what is in it is left over from before.</summary>
    public ArraySegment<T> Take(int count)
    {
        if (_array.Length - _used < count)
        {
            _array = GC.AllocateUninitializedArray<T>(Math.Max(length, count));
            _used = 0;
        }
        _used += count;
        return new ArraySegment<T>(_array, _used - count, count);
    }
}
