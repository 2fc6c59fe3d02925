using System.Text.Json;
using System.Text.Json.Nodes;
using IoTHubDisconnect;
using IoTHubDisconnect.Causes;

namespace CauseFitting;

/// <summary>Makes parameters from counted signs.</summary>
internal static class Fit
{
    private const double Prior = 1.5;
    private const double UnknownUniform = 0.15;
    private const double CommonnessShare = 0.5;
    private const double Never = -12;

    private static readonly Situation[] Fitted = [Situation.Cut, Situation.Orderly, Situation.Takeover];

    /// <summary>Whoever closes in an orderly way is the client; a takeover has few reasons, too.</summary>
    private static double CommonnessOfUnknown(Situation situation) =>
        situation switch
        {
            Situation.Orderly => -8,
            Situation.Takeover => -4.5,
            _ => -3,
        };

    /// <summary>The parameters with what the counts tell; the stated ones stay.</summary>
    public static JsonObject Of(Counts counts, JsonObject parameters)
    {
        var result = (JsonObject)parameters.DeepClone();
        result["commonness"] = Named(Fitted, s => $"{s}", s => Commonness(counts, s));
        result["fitted"] = Named(
            Fitted,
            s => $"{s}",
            situation =>
                Named(
                    Enumerable.Range(0, CauseResolver.Aspects.Length).Where(a => counts.IsFitted(situation, a)),
                    a => CauseResolver.Aspects[a].Name,
                    a => Shares(counts, situation, a)
                )
        );
        return result;
    }

    public static CauseParameters Parse(JsonObject parameters)
    {
        using var document = JsonDocument.Parse(parameters.ToJsonString());
        return CauseParameters.Parse(document.RootElement);
    }

    private static JsonObject Commonness(Counts counts, Situation situation)
    {
        var all = Causes().Sum(c => counts.Total(situation, c));
        return Named(
            Causes(),
            c => $"{c}",
            c =>
                Math.Round(
                    c == CauseName.Unknown ? CommonnessOfUnknown(situation)
                        : counts.Total(situation, c) > 0
                            ? CommonnessShare * Math.Log((counts.Total(situation, c) + 2) / all)
                        : Never,
                    2
                )
        );
    }

    private static JsonObject Shares(Counts counts, Situation situation, int index)
    {
        var aspect = CauseResolver.Aspects[index];
        var signs = aspect.Signs.Length;
        CauseName[] causes = [.. Causes().Where(c => counts.Total(situation, c) > 0)];
        var seen = causes.ToDictionary(c => c, c => Smooth(counts.Of(situation, c, index), aspect.Steps));
        var background = new double[signs];
        foreach (var count in seen.Values)
        {
            for (var s = 0; s < signs; s++)
                background[s] += (count[s] + 0.01) / (count.Sum() + 0.01 * signs) / causes.Length;
        }
        var shares = seen.ToDictionary(
            c => c.Key,
            c => c.Value.Select((n, s) => (n + Prior * background[s]) / (c.Value.Sum() + Prior)).ToArray()
        );
        var all = causes.Sum(c => Math.Sqrt(counts.Total(situation, c)));
        shares[CauseName.Unknown] =
        [
            .. Enumerable
                .Range(0, signs)
                .Select(s => causes.Sum(c => Math.Sqrt(counts.Total(situation, c)) / all * shares[c][s]))
                .Select(any => (1 - UnknownUniform) * any + UnknownUniform / signs),
        ];
        return Named(
            shares.OrderBy(c => c.Key),
            c => $"{c.Key}",
            c =>
                Named(
                    Enumerable.Range(0, signs).Where(s => Math.Round(c.Value[s], 4) > 0),
                    s => aspect.Signs[s],
                    s => Math.Round(c.Value[s], 4)
                )
        );
    }

    /// <summary>
    /// Hands a part of each step's count on to its neighbours: others' devices do not keep to the steps of ours.
    /// </summary>
    private static double[] Smooth(double[] count, int steps)
    {
        var smooth = (double[])count.Clone();
        for (var s = 0; s < steps; s++)
            smooth[s] = count[s] / 2 + count[Math.Max(0, s - 1)] / 4 + count[Math.Min(steps - 1, s + 1)] / 4;
        return smooth;
    }

    private static CauseName[] Causes() => Enum.GetValues<CauseName>();

    private static JsonObject Named<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode?> value) =>
        new(items.Select(i => KeyValuePair.Create(name(i), value(i))));
}
