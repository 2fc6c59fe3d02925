using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>Makes chances of what was weighed for each cause, and an answer of them.</summary>
internal static class Chances
{
    /// <summary>Nats. The weight of what cannot be.</summary>
    public const double Impossible = -1000;

    private const double Negligible = -15;

    /// <summary>Calm wants more than being the likeliest of many: that all trouble together is less likely.</summary>
    private const double LeastToBeExpected = 0.5;

    /// <summary>Nats become chances, which add up to one.</summary>
    /// <param name="values">By cause.</param>
    /// <param name="temperature">How much less sure to be than the nats say.</param>
    public static void Normalize(Span<double> values, double temperature)
    {
        var most = values[Best(values)];
        var sum = 0.0;
        foreach (ref var value in values)
            sum += value = value - most < Negligible ? 0 : Math.Exp((value - most) / temperature);
        foreach (ref var value in values)
            value /= sum;
    }

    /// <summary>The most likely cause, but an expected one only where such are likelier than trouble.</summary>
    public static int Answer(ReadOnlySpan<double> chances)
    {
        var best = Best(chances);
        return ExpectedCauses.Include((CauseName)best) && ChanceOfExpected(chances) < LeastToBeExpected
            ? BestTrouble(chances)
            : best;
    }

    private static double ChanceOfExpected(ReadOnlySpan<double> chances)
    {
        var sum = 0.0;
        for (var i = 0; i < chances.Length; i++)
            sum += ExpectedCauses.Include((CauseName)i) ? chances[i] : 0;
        return sum;
    }

    private static int BestTrouble(ReadOnlySpan<double> chances)
    {
        var best = (int)CauseName.Unknown;
        for (var i = 0; i < chances.Length; i++)
            if (chances[i] > chances[best] && !ExpectedCauses.Include((CauseName)i))
                best = i;
        return best;
    }

    /// <summary>The cause with the highest value, of those but one.</summary>
    [MethodImpl(HotPath.Causes)]
    public static int Best(ReadOnlySpan<double> values, int except = -1)
    {
        var best = except == 0 ? 1 : 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[best] && i != except)
                best = i;
        return best;
    }
}
