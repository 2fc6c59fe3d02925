using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether the device came back with another SDK than it had, and kept it: an update starts it anew.</summary>
internal sealed class Software() : Aspect(typeof(Sign), Situation.Cut)
{
    private enum Sign
    {
        Updated,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Context.Sdk is not { Name: not null } before || Next(facts) is not { Name: not null } after)
            return Unseen;
        return before == after || Returns(facts, before) ? Unseen : (int)Sign.Updated;
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var before = facts.Context.Sdk;
        var after = Next(facts);
        return new(
            $"SDK",
            $"{after?.Name} {after?.Version}, before {before.Name} {before.Version}",
            $"as before, unless the device was updated"
        );
    }

    private static SdkIdentity? Next(in DisconnectFacts facts) => facts.Device.NextContextOf(facts.Record)?.Sdk;

    /// <summary>Two clients that connect by turns are no update.</summary>
    private static bool Returns(in DisconnectFacts facts, SdkIdentity before)
    {
        var records = facts.Device.Records;
        for (var i = facts.Index + 1; i < records.Length; i++)
            if (facts.Device.NextContextOf(records[i])?.Sdk == before)
                return true;
        return false;
    }
}
