using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// Whether the client went on with the token that it had, as the next renewal or expiry tells: a start makes another.
/// </summary>
internal sealed class TokenKept() : Aspect(typeof(Sign), Situation.Cut, Situation.Takeover)
{
    /// <summary>So many records before and after it are looked at.</summary>
    private const int Reach = 12;

    private enum Sign
    {
        Kept,
        New,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Context.HasNoTokenClock || facts.Record.ReconnectedAt == 0)
            return Unseen;
        var (kept, isNew) = facts.Behaviour.Renewal switch
        {
            TokenRenewal.ClientOnTimer => ByAlarm(facts),
            TokenRenewal.HubTokenReused => ByExpiry(facts),
            _ => default,
        };
        return kept == isNew ? Unseen : (int)(kept ? Sign.Kept : Sign.New);
    }

    public override EvidenceText Describe(in DisconnectFacts facts) =>
        new(
            $"Token after the return",
            (Sign)SignOf(facts) == Sign.Kept ? Say($"the one from before it") : Say($"a new one"),
            $"the one from before it, unless the client was started anew"
        );

    /// <summary>The alarm that renews the token rings when it would have rung, or a period after the return.</summary>
    [MethodImpl(HotPath.Causes)]
    private static (bool Kept, bool IsNew) ByAlarm(in DisconnectFacts facts)
    {
        const double exact = 4,
            late = 0.4;
        var (records, renewals) = (facts.Device.Records, facts.Device.Renewals);
        var period = renewals.GridPeriod > 0 ? renewals.GridPeriod : renewals.Period;
        if (period == 0 || Renewal(records, facts.Index, 1) is not { } next)
            return default;
        var sinceReturn = DisconnectRecord.Seconds(next - facts.Record.ReconnectedAt);
        if (sinceReturn > period + exact || Renewal(records, facts.Index, -1) is not { } last)
            return default;
        var rounds = DisconnectRecord.Seconds(next - last) / period;
        var whole = Math.Round(rounds);
        return (
            whole >= 1 && Math.Abs(rounds - whole) * period <= exact + late * whole,
            Math.Abs(sinceReturn - period) <= exact || Math.Abs(sinceReturn - renewals.Period) <= exact
        );
    }

    [MethodImpl(HotPath.Causes)]
    private static long? Renewal(DisconnectRecords records, int index, int step)
    {
        for (var i = index + step; i >= 0 && i < records.Length && Math.Abs(i - index) <= Reach; i += step)
            if (records[i].IsOrderly && records[i].Kind == DisconnectKind.Closed)
                return records[i].Time;
        return null;
    }

    /// <summary>The hub closes when the old token ends, or when one does that was made at the return.</summary>
    [MethodImpl(HotPath.Causes)]
    private static (bool Kept, bool IsNew) ByExpiry(in DisconnectFacts facts)
    {
        var (records, record) = (facts.Device.Records, facts.Record);
        if (facts.Device.Closings is not { TokenLifetime: { } lifetime, Expiry: { } expiry } || record.TokenStart == 0)
            return default;
        if (
            DisconnectRecord.Seconds(record.ReconnectedAt - record.TokenStart)
            >= lifetime * SdkBehaviour.ReuseUntilShare
        )
            return default;
        for (var i = facts.Index + 1; i < records.Length && i <= facts.Index + Reach; i++)
        {
            ref readonly var end = ref records[i];
            var (kept, isNew) = (
                expiry.Fits(DisconnectRecord.Seconds(end.Time - record.TokenStart)),
                expiry.Fits(DisconnectRecord.Seconds(end.Time - record.ReconnectedAt))
            );
            if (kept || isNew)
                return (kept, isNew);
        }
        return default;
    }
}
