using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect;

/// <summary>The documented meaning of, and remedy for, every error code and cause, in one language.</summary>
internal sealed class DisconnectCatalogue
{
    private static readonly ConcurrentDictionary<string, DisconnectCatalogue> Loaded = new();

    private readonly CatalogueTexts _texts;
    private readonly string _locale;
    private readonly DisconnectSolution[] _causes = new DisconnectSolution[Enum.GetValues<CauseName>().Length];
    private readonly Dictionary<int, DisconnectSolution> _codes = [];
    private readonly Dictionary<HubBarrier, DisconnectSolution> _barriers = [];
    private readonly List<DisconnectSolution> _all = [];

    private DisconnectCatalogue(CultureInfo culture)
    {
        _texts = CatalogueTexts.For(culture);
        _locale = LearnLocale.Of(culture);
        var facts = CatalogueFacts.Shared;
        foreach (var code in facts.Codes)
            _all.Add(_codes[code.ErrorCode!.Value] = Create(code));
        foreach (var family in facts.Families.Values)
            _all.Add(Create(family));
        foreach (var cause in facts.Causes)
            _all.Add(_causes[(int)cause.Cause!.Value] = Create(cause));
        foreach (var barrier in facts.Barriers)
            _barriers.Add(barrier.Barrier, Create(barrier));
    }

    /// <summary>Every code that has a name, then every family of codes, then every cause.</summary>
    public IReadOnlyList<DisconnectSolution> All => _all;

    /// <summary>
    /// The catalogue for a reader: texts in the culture's language or else in English, links in the culture's locale.
    /// </summary>
    public static DisconnectCatalogue For(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Loaded.GetOrAdd(culture.Name, _ => new DisconnectCatalogue(culture));
    }

    /// <summary>Finds a cause.</summary>
    public DisconnectSolution Find(CauseName cause) => _causes[(int)cause];

    /// <summary>Finds a cause, more closely where a setting of the hub explains it.</summary>
    public DisconnectSolution Find(CauseName cause, HubBarrier barrier) =>
        cause == CauseName.Unauthorized && _barriers.TryGetValue(barrier, out var solution) ? solution : Find(cause);

    /// <summary>Finds a cause in circumstances with a remedy of their own, which is the device's.</summary>
    public DisconnectSolution Find(CauseName cause, Circumstance circumstance) =>
        circumstance == Circumstance.None
            ? Find(cause)
            : Create(
                CatalogueFacts.Shared.Causes.First(c => c.Cause == cause) with
                {
                    Key = $"{circumstance}",
                    WhoActs = ResponsibleParty.DeviceOwner,
                }
            );

    /// <summary>
    /// Finds an error code. One that has no documented name is answered by its family (400001 by 400xxx); null if that
    /// is unknown too.
    /// </summary>
    public DisconnectSolution? Find(int errorCode)
    {
        if (_codes.TryGetValue(errorCode, out var solution))
            return solution;
        return CatalogueFacts.Shared.Families.TryGetValue(ErrorCodes.FamilyOf(errorCode), out var family)
            ? Create(family with { ErrorCode = errorCode })
            : null;
    }

    /// <summary>
    /// Finds an error code by its name or number as a log writes it, whatever the case; null if it is unknown.
    /// </summary>
    public DisconnectSolution? Find(string errorName)
    {
        ArgumentNullException.ThrowIfNull(errorName);
        return ErrorCodes.CodeOf(Encoding.UTF8.GetBytes(errorName.Trim())) is int code ? Find(code) : null;
    }

    private DisconnectSolution Create(CatalogueEntry entry) => new(entry, _texts[entry.Key], _texts.Language, _locale);
}
