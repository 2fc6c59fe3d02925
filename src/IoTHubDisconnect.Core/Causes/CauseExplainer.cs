using System.Globalization;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// Finds causes of disconnects that come with their device's and hub's history, and explains them by it.
/// </summary>
/// <param name="options">What an operator knows beyond the log.</param>
/// <param name="culture">The language of texts and the locale of links.</param>
internal sealed class CauseExplainer(ResolveOptions options, CultureInfo culture) : ICauseExplainer
{
    // Causes come by thousands with the same options and culture.
    private static CauseExplainer _latest = new(ResolveOptions.None, CultureInfo.InvariantCulture);

    public ResolveOptions Options => options;

    public static CauseExplainer Of(ResolveOptions options, CultureInfo culture)
    {
        var latest = _latest;
        return ReferenceEquals(latest.Options, options) && ReferenceEquals(latest.Culture, culture)
            ? latest
            : _latest = new CauseExplainer(options, culture);
    }

    /// <summary>Finds the cause of a disconnect from what came with it; asks nothing and nobody else.</summary>
    public static DisconnectCause Resolve(DeviceDisconnect disconnect, ResolveOptions options, CultureInfo culture) =>
        Of(options, culture).Resolve(disconnect);

    /// <summary>
    /// The cause as it came back with the disconnect, where it did and no more is known by now; else as it is found
    /// now.
    /// </summary>
    public static DisconnectCause Recall(DeviceDisconnect disconnect, ResolveOptions options, CultureInfo culture) =>
        options == ResolveOptions.None && disconnect.Recalled is { } recalled
            ? recalled.Of(disconnect)
            : Resolve(disconnect, options, culture);

    private DisconnectCause Resolve(DeviceDisconnect disconnect)
    {
        var facts = FactsOf(disconnect);
        var (cause, confidence) = CauseResolver.Resolve(facts);
        return new DisconnectCause(disconnect, cause, confidence, CauseResolver.ScopeOf(cause, facts), this);
    }

    public string Language => PhraseBook.For(culture).Language;

    public bool IsExpected(DisconnectCause cause)
    {
        var disconnect = cause.Disconnect;
        return NormalOperation.Includes(cause.Cause, disconnect.Profile, disconnect.Index, disconnect.Hub);
    }

    public int? SymptomOf(DisconnectCause cause) => Catalogue.Find(cause.Cause).Symptom;

    public DateTimeOffset? AwaySinceOf(DisconnectCause cause) => cause.Disconnect.AwaySince;

    public string ReasonOf(DisconnectCause cause) =>
        PlainText.Of(ReasonText.Of(cause.Cause, FactsOf(cause.Disconnect)).In(culture));

    public TextList<DisconnectEvidence> EvidenceOf(DisconnectCause cause) =>
        new(CauseResolver.Explain(FactsOf(cause.Disconnect), culture));

    public TextList<AlternativeCause> AlternativesOf(DisconnectCause cause) =>
        new(CauseResolver.Alternatives(FactsOf(cause.Disconnect)));

    public string SolutionOf(DisconnectCause cause) => AdviceOn(cause).Solution;

    public Uri HelpUriOf(DisconnectCause cause) => AdviceOn(cause).HelpUri;

    public ResponsibleParty WhoActsOn(DisconnectCause cause) => AdviceOn(cause).WhoActs;

    private CultureInfo Culture => culture;

    private DisconnectCatalogue Catalogue => DisconnectCatalogue.For(culture);

    private DisconnectFacts FactsOf(DeviceDisconnect disconnect) =>
        new(disconnect.Profile, disconnect.Index, disconnect.Hub, options);

    private DisconnectSolution AdviceOn(DisconnectCause cause) =>
        Advice.On(cause.Cause, FactsOf(cause.Disconnect), Catalogue);
}
