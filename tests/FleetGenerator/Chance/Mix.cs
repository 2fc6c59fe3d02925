using System.Collections;

namespace FleetGenerator.Chance;

/// <summary>Values with their shares of the whole. The shares need not add up to one.</summary>
public sealed class Mix<T> : IEnumerable<KeyValuePair<T, double>>
{
    private readonly List<KeyValuePair<T, double>> _parts = [];

    /// <summary>Adds a value with its share.</summary>
    public void Add(T value, double share) => _parts.Add(new(value, share));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<T, double>> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal T Draw(Rng rng) => Draw(rng, _ => true);

    /// <summary>Draws among the values that are allowed; the first allowed one where none has a share.</summary>
    internal T Draw(Rng rng, Func<T, bool> allowed)
    {
        var total = _parts.Where(part => allowed(part.Key)).Sum(part => part.Value);
        var at = rng.Unit() * total;
        foreach (var part in _parts)
        {
            if (!allowed(part.Key))
                continue;
            at -= part.Value;
            if (at < 0)
                return part.Key;
        }

        return _parts.First(part => allowed(part.Key)).Key;
    }

    /// <summary>The same values with shares moved at random, so that no two fleets of a preset are alike.</summary>
    internal Mix<T> Varied(Rng rng, double spread)
    {
        var varied = new Mix<T>();
        foreach (var part in _parts)
            varied.Add(part.Key, part.Value * rng.Between(1 - spread, 1 + spread));
        return varied;
    }
}
