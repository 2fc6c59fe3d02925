namespace IoTHubDisconnect.Comparisons;

/// <summary>
/// How often chance makes a difference as large as the one seen: differences are made by chance until it is clear. The
/// same input gives the same answer.
/// </summary>
internal static class ChanceTest
{
    private const int Most = 9_999;
    private const int Fewest = 499;
    private const int Seed = 404_104;

    /// <summary>Steps that a test may take in all; a large fleet gets fewer trials, and needs no more.</summary>
    private const long Budget = 40_000_000;

    /// <summary>So many as large say enough (Besag and Clifford 1991, Sequential Monte Carlo p-values).</summary>
    private const int Enough = 200;

    /// <param name="seen">The difference that was seen.</param>
    /// <param name="steps">What one trial costs.</param>
    /// <param name="trial">Makes a difference by chance.</param>
    /// <param name="cancellation">Stops it.</param>
    public static double PValue(double seen, long steps, Func<Random, double> trial, CancellationToken cancellation)
    {
        var random = new Random(Seed);
        var trials = (int)Math.Clamp(Budget / Math.Max(1, steps), Fewest, Most);
        // Sums of the same numbers in another order may differ in their last digits.
        var bar = Math.Abs(seen) * (1 - 1e-9) - 1e-12;
        var asLarge = 0;
        for (var done = 1; done <= trials; done++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Math.Abs(trial(random)) >= bar && ++asLarge == Enough)
                return (double)Enough / done;
        }
        return (asLarge + 1.0) / (trials + 1.0);
    }
}
