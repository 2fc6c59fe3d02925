using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// How often each cause shows each sign, and how common it is: from <c>causes.json</c>, which says where each
/// figure comes from. Kept as logarithms, by situation and aspect, the causes of one sign side by side.
/// </summary>
internal sealed class CauseParameters
{
    private const string ResourceName = "causes.json";

    private readonly double[][] _priors = new double[Situations][];
    private readonly double[]?[,] _signs;

    private CauseParameters(JsonElement root)
    {
        Temperature = root.GetProperty("temperature").GetDouble();
        var floor = root.GetProperty("floor").GetDouble();
        _signs = new double[]?[Situations, CauseResolver.Aspects.Length];
        for (var i = 0; i < Situations; i++)
        {
            var situation = (Situation)i;
            _priors[i] = NatsOf(root.GetProperty("commonness"), $"{situation}");
            for (var aspect = 0; aspect < CauseResolver.Aspects.Length; aspect++)
            {
                var looked = CauseResolver.Aspects[aspect];
                if (!looked.AppliesTo(situation))
                    continue;
                if (TryGet(root, "fitted", situation, looked, out var fitted))
                    _signs[i, aspect] = FittedOf(fitted, looked, floor);
                if (TryGet(root, "stated", situation, looked, out var stated))
                    _signs[i, aspect] = Sum(_signs[i, aspect], StatedOf(stated, looked));
            }
        }
    }

    private static int Situations => Enum.GetValues<Situation>().Length;

    /// <summary>Aspects repeat each other a little, so their sum is softened before it becomes a probability.</summary>
    public double Temperature { get; }

    public static CauseParameters Load()
    {
        using var stream = EmbeddedResource.Open(ResourceName);
        using var document = JsonDocument.Parse(stream);
        return new CauseParameters(document.RootElement);
    }

    public static CauseParameters Parse(JsonElement root) => new(root);

    /// <summary>Starts from how common each cause is in the situation.</summary>
    public void Begin(Situation situation, Span<double> nats) => _priors[(int)situation].CopyTo(nats);

    /// <summary>Adds for each cause how often it shows the sign.</summary>
    [MethodImpl(HotPath.Causes)]
    public void Add(Situation situation, int aspect, int sign, Span<double> nats)
    {
        if (_signs[(int)situation, aspect] is not { } shares)
            return;
        var of = shares.AsSpan(sign * CauseNames.Count, CauseNames.Count);
        for (var i = 0; i < of.Length; i++)
            nats[i] += of[i];
    }

    private static bool TryGet(
        JsonElement root,
        string part,
        Situation situation,
        Aspect aspect,
        out JsonElement parameters
    )
    {
        parameters = default;
        return root.GetProperty(part).TryGetProperty($"{situation}", out var aspects)
            && aspects.TryGetProperty(aspect.Name, out parameters);
    }

    private static double[] Sum(double[]? fitted, double[] stated) =>
        fitted is null ? stated : [.. fitted.Zip(stated, (a, b) => a + b)];

    private static double[] FittedOf(JsonElement causes, Aspect aspect, double floor)
    {
        var nats = new double[aspect.Signs.Length * CauseNames.Count];
        var rare = floor / aspect.Signs.Length;
        Array.Fill(nats, Math.Log(rare));
        foreach (var cause in causes.EnumerateObject())
        {
            foreach (var sign in cause.Value.EnumerateObject())
                nats[Array.IndexOf(aspect.Signs, sign.Name) * CauseNames.Count + IndexOf(cause.Name)] = Math.Log(
                    (1 - floor) * sign.Value.GetDouble() + rare
                );
        }
        return nats;
    }

    private static double[] StatedOf(JsonElement signs, Aspect aspect)
    {
        var nats = new double[aspect.Signs.Length * CauseNames.Count];
        for (var sign = 0; sign < aspect.Signs.Length; sign++)
            NatsOf(signs, aspect.Signs[sign]).CopyTo(nats, sign * CauseNames.Count);
        return nats;
    }

    private static double[] NatsOf(JsonElement parent, string name)
    {
        var nats = new double[CauseNames.Count];
        if (!parent.TryGetProperty(name, out var causes))
            return nats;
        foreach (var cause in causes.EnumerateObject())
            nats[IndexOf(cause.Name)] = cause.Value.GetDouble();
        return nats;
    }

    private static int IndexOf(string cause) => (int)Enum.Parse<CauseName>(cause);
}
