using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>
/// Why a device disconnected, how sure that is, what speaks for it, and what to do; with all
/// that is known of the disconnect itself.
/// </summary>
public sealed class DisconnectCause
{
    private readonly ICauseExplainer _explainer;

    internal DisconnectCause(
        DeviceDisconnect disconnect,
        CauseName cause,
        double confidence,
        DisconnectScope scope,
        ICauseExplainer explainer
    )
    {
        Disconnect = disconnect;
        Cause = cause;
        Confidence = Math.Round(confidence, 3);
        Scope = scope;
        _explainer = explainer;
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

    /// <summary>
    /// The symptom of Microsoft's article on 404104: 1 at regular intervals, 2 at random, 3 many
    /// devices at once; null for none of them.
    /// </summary>
    public int? Symptom => _explainer.SymptomOf(this);

    /// <summary>How likely the cause is, 0 to 1; of the answers given 0.8, about 80 % are right.</summary>
    public double Confidence { get; }

    /// <summary>
    /// Whether this belongs to normal operation: the cause does, and the device was back in
    /// time, or the log ends too soon to tell.
    /// </summary>
    public bool IsExpected => _explainer.IsExpected(this);

    /// <summary>
    /// When the device went, UTC, where it was not back by the end of the log; else null. A refused
    /// device went when its session ended.
    /// </summary>
    public DateTimeOffset? AwaySince => _explainer.AwaySinceOf(this);

    /// <summary>
    /// What was seen and what it most likely means, in a sentence or two, in the language that the cause was asked
    /// for in.
    /// </summary>
    public string Reason => _explainer.ReasonOf(this);

    /// <summary>
    /// The hub's error code; null for an orderly close or where the log does not tell,
    /// and 0 for an error that has no number.
    /// </summary>
    public int? ErrorCode => Disconnect.ErrorCode;

    /// <summary>
    /// The code's documented name, or what the log says in place of a code; null for an orderly
    /// close and for codes without a name.
    /// </summary>
    public string? ErrorName => Disconnect.ErrorName;

    /// <summary>
    /// Another code that belongs to the same disconnect, as 401003 does to an expired
    /// token's 404104; null where there is none.
    /// </summary>
    public int? RelatedErrorCode => Disconnect.RelatedErrorCode;

    /// <summary>Refused attempts in the run; null for a session that ended.</summary>
    public int? Attempts => Disconnect.Attempts;

    /// <summary>When the session began, UTC; null where the log does not show it, and for refusals.</summary>
    public DateTimeOffset? ConnectedAt => Disconnect.ConnectedAt;

    /// <summary>How long the session lasted; null where its begin was not seen.</summary>
    public TimeSpan? Duration => Disconnect.Duration;

    /// <summary>The next successful connection, UTC; null where none was seen.</summary>
    public DateTimeOffset? ReconnectedAt => Disconnect.ReconnectedAt;

    /// <summary>From <see cref="Time"/> to <see cref="ReconnectedAt"/>; null where no connection followed.</summary>
    public TimeSpan? Downtime => Disconnect.Downtime;

    /// <summary>
    /// The protocol as logged, such as <c>Mqtt</c> or <c>AmqpWs</c>; null where the log does not tell.
    /// </summary>
    public string? Protocol => Disconnect.Protocol;

    /// <summary>
    /// How the device authenticates, as logged, such as <c>sas</c>; null where the log does not tell.
    /// </summary>
    public string? AuthenticationType => Disconnect.AuthenticationType;

    /// <summary>The device SDK's usual name; null where neither this session nor a neighbouring one names it.</summary>
    public string? SdkName => Disconnect.SdkName;

    /// <summary>The device SDK's version; null where the log does not tell.</summary>
    public string? SdkVersion => Disconnect.SdkVersion;

    /// <summary>
    /// The address the device connected from, its last part masked by the hub; null where the log does not tell.
    /// </summary>
    public string? MaskedIpAddress => Disconnect.MaskedIpAddress;

    /// <summary>The hub's ARM resource id; empty where the log has none.</summary>
    public string ResourceId => Disconnect.ResourceId;

    /// <summary>The facts, the weightiest first.</summary>
    public TextList<DisconnectEvidence> Evidence => _explainer.EvidenceOf(this);

    /// <summary>
    /// The other causes worth a thought, the most likely first; an expected cause may be likelier than the answer where
    /// all trouble together is likelier still.
    /// </summary>
    public TextList<AlternativeCause> Alternative => _explainer.AlternativesOf(this);

    /// <summary>What the documentation says to do.</summary>
    public string Solution => _explainer.SolutionOf(this);

    /// <summary>The page to read.</summary>
    public Uri HelpUri => _explainer.HelpUriOf(this);

    /// <summary>The disconnect that this is the cause of.</summary>
    public DeviceDisconnect Disconnect { get; }

    /// <summary>Who has to act first.</summary>
    public ResponsibleParty WhoActs => _explainer.WhoActsOn(this);

    /// <summary>What was known beyond the log when it was found.</summary>
    internal ResolveOptions Options => _explainer.Options;

    /// <summary>ISO 639 code of the language of reason and evidence; empty where nobody knows.</summary>
    internal string Language => _explainer.Language;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{DeviceId} {Cause} {Confidence:0.00}");
}
