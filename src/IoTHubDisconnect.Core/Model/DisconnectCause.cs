using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect;

/// <summary>Why a device disconnected, how sure that is, what speaks for it, and what to do.</summary>
public sealed class DisconnectCause
{
    private readonly ResolveOptions _options;
    private readonly CultureInfo _culture;

    private DisconnectCause(DeviceDisconnect disconnect, CauseName cause, double confidence, DisconnectScope scope, ResolveOptions options, CultureInfo culture)
    {
        Disconnect = disconnect;
        Cause = cause;
        Confidence = Math.Round(confidence, 3);
        Scope = scope;
        _options = options;
        _culture = culture;
    }

    /// <summary>The hub's name as the log has it.</summary>
    public string HubName => Disconnect.HubName;

    /// <summary>The device.</summary>
    public string DeviceId => Disconnect.DeviceId;

    /// <summary>The module; null for the device itself.</summary>
    public string? ModuleId => Disconnect.ModuleId;

    /// <summary>A session that ended, or a run of refused attempts.</summary>
    public DisconnectKind Kind => Disconnect.Kind;

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset Time => Disconnect.Time;

    /// <summary>The most likely cause.</summary>
    public CauseName Cause { get; }

    /// <summary>How far the cause reaches.</summary>
    public DisconnectScope Scope { get; }

    /// <summary>The symptom of Microsoft's article on 404104: 1 at regular intervals, 2 at random, 3 many devices at once; null for none of them.</summary>
    public int? Symptom => Knowledge.Symptom;

    /// <summary>How likely the cause is, 0 to 1; of the answers given 0.8, about 80 % are right.</summary>
    public double Confidence { get; }

    /// <summary>Whether this belongs to normal operation.</summary>
    public bool IsExpected => ExpectedCauses.Include(Cause);

    /// <summary>One sentence that says why.</summary>
    public string Reason => PlainText.Of(ReasonText.Of(Cause, Facts));

    /// <summary>The facts, the weightiest first.</summary>
    public TextList<DisconnectEvidence> Evidence => new(CauseResolver.Explain(Facts));

    /// <summary>The other causes worth a thought, the most likely first.</summary>
    public TextList<AlternativeCause> Alternative => new(CauseResolver.Alternatives(Facts));

    /// <summary>What the documentation says to do.</summary>
    public string Solution => Knowledge.Solution;

    /// <summary>The page to read.</summary>
    public Uri HelpUri => Knowledge.HelpUri;

    /// <summary>The disconnect that this is the cause of.</summary>
    public DeviceDisconnect Disconnect { get; }

    /// <summary>What was known beyond the log when it was found.</summary>
    internal ResolveOptions Options => _options;

    private DisconnectSolution Knowledge => DisconnectCatalogue.For(_culture).Find(Cause, HubBarriers.Of(Facts));

    private DisconnectFacts Facts => new(Disconnect.Profile, Disconnect.Index, Disconnect.Hub, _options);

    /// <summary>Finds the cause of a disconnect from what came with it; asks nothing and nobody else.</summary>
    /// <param name="disconnect">The disconnect, with its device's profile and its hub's activity.</param>
    /// <param name="options">What an operator knows beyond the log.</param>
    /// <param name="culture">The language of the solution and the locale of the links.</param>
    public static DisconnectCause Resolve(DeviceDisconnect disconnect, ResolveOptions options, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(disconnect);
        var facts = new DisconnectFacts(disconnect.Profile, disconnect.Index, disconnect.Hub, options);
        var (cause, confidence) = CauseResolver.Resolve(facts);
        return new DisconnectCause(disconnect, cause, confidence, CauseResolver.ScopeOf(cause, facts), options, culture);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DeviceId} {Cause} {Confidence:0.00}");
}
