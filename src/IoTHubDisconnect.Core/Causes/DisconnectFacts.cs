using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// What there is to look at: one disconnect, its device's habits, its hub's activity, and what an operator knows.
/// </summary>
internal readonly ref struct DisconnectFacts
{
    private readonly ref readonly DisconnectRecord _record;
    private readonly AgeSign _ageSign;

    [MethodImpl(HotPath.Causes)]
    public DisconnectFacts(DeviceProfile device, int index, HubActivity hub, ResolveOptions options)
    {
        Device = device;
        Index = index;
        Hub = hub;
        Options = options;
        _record = ref device.Records[index];
        Context = device.ContextOf(_record);
        Behaviour = SdkBehaviour.Of(device.SdkOf(_record).Family);
        IsClosed = _record.Kind == DisconnectKind.Closed;
        Group = _record.Code == ConnectionEvent.NoCode ? ErrorGroup.Other : ErrorCodes.GroupOf(_record.Code);
        Situation =
            _record.IsOrderly ? Situation.Orderly
            : !IsClosed ? Situation.Named
            : Group switch
            {
                ErrorGroup.Takeover => Situation.Takeover,
                // Of a bare 400 or 409 the hub knows a reason, which the log does not have.
                ErrorGroup.Other when ErrorPhrase.IsStatus(_record.Code) => Situation.Named,
                ErrorGroup.RemoteClosed or ErrorGroup.Other or ErrorGroup.Unauthorized => Situation.Cut,
                _ => Situation.Named,
            };
        if (Situation == Situation.Cut)
        {
            RenewsLater =
                !HasUnauthorized
                && (Record.Age ?? UsualAge(device.Closings)) is { } age
                && (device.RenewsAfter(age) || Behaviour.ClientRenews && hub.Renewals.AreLater(device.Sdk.Family, age));
            _ageSign = AgeSigns.Of(this);
            SaidBeside = NextRefusal.Said(this);
        }
        if (Situation is Situation.Cut or Situation.Takeover)
        {
            AtSite = SameAddress.Seen(this);
            IsQuickByTheClock = WallClock.ExplainsQuickReturn(this);
        }
    }

    public DeviceProfile Device { get; }

    public int Index { get; }

    public HubActivity Hub { get; }

    public ResolveOptions Options { get; }

    public ref readonly DisconnectRecord Record => ref _record;

    public ConnectionContext Context { get; }

    /// <summary>How the SDK behaves that the session had; a device may be updated.</summary>
    public SdkBehaviour Behaviour { get; }

    public bool IsClosed { get; }

    public ErrorGroup Group { get; }

    public Situation Situation { get; }

    /// <summary>What the age of the session or its token is a sign of; many ask where it was cut.</summary>
    public AgeSign AgeSign => Situation == Situation.Cut ? _ageSign : AgeSigns.Of(this);

    /// <summary>Others behind its address that dropped and came back with it; none where it was not cut off.</summary>
    public SiteMoment AtSite { get; }

    /// <summary>It was back at once from what a clock on the wall did; many aspects ask.</summary>
    public bool IsQuickByTheClock { get; }

    /// <summary>
    /// What the hub said of a cut at the device's next try, or of sessions beside it; many ask.
    /// </summary>
    public ErrorGroup? SaidBeside { get; }

    /// <summary>The hub gives this reason: as the record's own, or to the device's next try.</summary>
    public bool IsNamedAs(ErrorGroup group) =>
        Situation == Situation.Named ? Group == group || IsUnnamedRefusal : SaidBeside == group;

    /// <summary>The hub refused, with a code that does not say why.</summary>
    public bool IsUnnamedRefusal => !IsClosed && Group is (ErrorGroup.Other or ErrorGroup.RemoteClosed);

    public bool HasUnauthorized => Record.IsUnauthorized;

    /// <summary>The connection has no SAS token that could end it, or one that its client renews later.</summary>
    public bool NoTokenCanEnd => Context.HasNoTokenClock || RenewsLater;

    /// <summary>
    /// Its client, or several others of its SDK, renew tokens on a clock, and it had not yet to; nor did the hub say
    /// 401003. Many ask.
    /// </summary>
    public bool RenewsLater { get; }

    /// <summary>
    /// Whether the client may have been silent for so many seconds: by what the operator or its SDK says, or as what a
    /// timer cuts at this age beside it.
    /// </summary>
    public Silence SilenceFor(double seconds)
    {
        var silence = Behaviour.MayBeSilent(seconds, Options.KeepAlive?.TotalSeconds);
        return silence != Silence.Usual && Options.KeepAlive is null && Hub.Timers.AreOthers(Device, seconds)
            ? Silence.Usual
            : silence;
    }

    /// <summary>Seconds. The age at which nearly all sessions end; null where they do not.</summary>
    private static double? UsualAge(ClosingPattern closings) => closings.KeepsToAge ? closings.Idle.Seconds : null;

    /// <summary>The token's lifetime in seconds, as the operator or the device's history tells it.</summary>
    public double? TokenLifetime => Options.TokenLifetime?.TotalSeconds ?? Device.Closings.LifetimeAt(Record.Age);

    /// <summary>
    /// Seconds from the device's previous row to this one, where the connect between them is missing.
    /// </summary>
    public double? SincePreviousEnd => Record.ConnectedAt != 0 ? null : SinceEnd(1);

    /// <summary>Seconds from the end so many records before it, or from the return after that.</summary>
    public double? SinceEnd(int back)
    {
        if (Index < back)
            return null;
        ref readonly var end = ref Device.Records[Index - back];
        return DisconnectRecord.Seconds(Record.Time - (end.ReconnectedAt != 0 ? end.ReconnectedAt : end.LastRowAt));
    }

    /// <summary>The device's next record came although no return was seen: a row is missing.</summary>
    public bool MissesReturn => Record.AttemptAt == 0 && Index + 1 < Device.Records.Length;

    /// <summary>Seconds from this disconnect to the end of the log.</summary>
    public double ToEndOfLog => DisconnectRecord.Seconds(Hub.LastRow.UtcTicks - Record.Time);
}
