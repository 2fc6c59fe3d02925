using FleetGenerator;
using FleetGenerator.Stories;
using IoTHubDisconnect;
using IoTHubDisconnect.Causes;

namespace CauseFitting;

/// <summary>What the hypotheses see of one disconnect, and what truly caused it.</summary>
/// <param name="Source">The story, or the kind of fleet.</param>
/// <param name="Device">The device, its hub and seed included.</param>
/// <param name="Situation">Where the aspects belong to.</param>
/// <param name="Signs">The sign of each aspect; negative where there is none.</param>
/// <param name="Possible">By cause, whether physics allows it.</param>
/// <param name="Label">The truth.</param>
internal sealed record Observation(
    string Source,
    string Device,
    Situation Situation,
    sbyte[] Signs,
    bool[] Possible,
    Label Label
)
{
    private const string Short = "short";

    /// <summary>The kinds of ordinary fleets.</summary>
    public static readonly IReadOnlyList<string> Ordinary = [.. FleetPresets.All.Keys, Short];

    /// <summary>How many disconnects it stands for: itself, and those like it that were left out.</summary>
    public double Count { get; init; } = 1;

    /// <summary>Of any fleet, not of one story.</summary>
    public bool IsOrdinary => Ordinary.Contains(Source);

    public IEnumerable<CauseName> Right =>
        new[] { Label.Cause }.Concat(Label.AlsoRight).Select(c => Enum.Parse<CauseName>($"{c}"));

    public static List<Observation> Of(Story story, int seed)
    {
        var told = story.Simulate(seed);
        return Of(story.Name, seed, told.Fleet, label => told.DeviceIds.Contains(label.DeviceId));
    }

    public static List<Observation> Of(string fleets, int seed) =>
        Of(fleets, seed, Fleet.Simulate(fleets == Short ? ShortLog(seed) : FleetPresets.All[fleets](seed)), null);

    /// <summary>One, two, four or eight hours of an ordinary fleet.</summary>
    private static FleetOptions ShortLog(int seed) =>
        (seed % 2 == 0 ? FleetPresets.Plain(seed) : FleetPresets.Mixed(seed)) with
        {
            Devices = 400,
            Hours = 1 << seed % 4,
        };

    private static List<Observation> Of(string source, int seed, Fleet fleet, Func<Label, bool>? isWanted) =>
        [
            .. LabelledDisconnects
                .Of(fleet, isWanted)
                .Select(d => Of(source, seed, d))
                .GroupBy(o => (o.Device, o.Label.Cause, o.Situation))
                .SelectMany(Sample),
        ];

    /// <summary>Of a device's many like disconnects some, from its first to its last.</summary>
    private static IEnumerable<Observation> Sample(IEnumerable<Observation> alike)
    {
        const int most = 100;
        Observation[] all = [.. alike];
        return all.Length <= most
            ? all
            : Enumerable
                .Range(0, most)
                .Select(i => all[i * all.Length / most] with { Count = (double)all.Length / most });
    }

    private static Observation Of(string source, int seed, LabelledDisconnect found)
    {
        var facts = new DisconnectFacts(
            found.Disconnect.Profile,
            found.Disconnect.Index,
            found.Disconnect.Hub,
            ResolveOptions.None
        );
        var signs = new sbyte[CauseResolver.Aspects.Length];
        for (var i = 0; i < signs.Length; i++)
            signs[i] = CauseResolver.Aspects[i].AppliesTo(facts.Situation)
                ? (sbyte)CauseResolver.Aspects[i].SignOf(facts)
                : (sbyte)Aspect.Unseen;
        var possible = new bool[CauseNames.Count];
        for (var i = 0; i < possible.Length; i++)
            possible[i] = CauseResolver.IsPossible((CauseName)i, facts);
        return new Observation(
            source,
            $"{seed} {found.Disconnect.HubName} {found.Disconnect.DeviceId} {found.Disconnect.ModuleId}",
            facts.Situation,
            signs,
            possible,
            found.Label
        );
    }
}
