using System.Collections;

namespace IoTHubDisconnect;

/// <summary>A list that reads well where only text fits, such as a CSV cell.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class TextList<T> : IReadOnlyList<T>
{
    private readonly T[] _items;

    internal TextList(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", _items);
}
