namespace FleetGenerator.Chance;

/// <summary>
/// SplitMix64: the same numbers for the same seed on every runtime, which System.Random does not promise.
/// </summary>
internal sealed class Rng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for a named part, so that one part's draws do not move another's.</summary>
    public static Rng For(int seed, string part)
    {
        var hash = 14695981039346656037;
        foreach (var c in part)
            hash = (hash ^ c) * 1099511628211;
        return new Rng(hash ^ (((ulong)(uint)seed + 1) * 0x9E3779B97F4A7C15));
    }

    public ulong Bits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>Between the two, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Bits() % (ulong)(high - low + 1));

    public bool Happens(double probability) => Unit() < probability;

    /// <summary>
    /// The wait for the next of events that come at random, on average one in <paramref name="mean"/>.
    /// </summary>
    public double Wait(double mean) => -mean * Math.Log(1 - Unit());

    public T Pick<T>(IReadOnlyList<T> items) => items[Whole(0, items.Count - 1)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Whole(0, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
