using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>The hub's own word. Most codes name their cause; 404104 and an orderly close leave several.</summary>
internal sealed class ErrorCodeRule : CauseRule
{
    private const double Named = 8;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        weights.Fill(CauseWeights.Unlikely);
        weights[CauseName.Unknown] = -5.5;
        if (facts.Record.IsOrderly)
            Orderly(weights);
        else if (facts.Record.IsUntold)
            Untold(weights);
        else if (facts.IsClosed)
            Closed(facts.Group, weights);
        else
            Refused(facts.Group, weights);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var value =
            facts.Record.IsOrderly ? "none: an orderly close"
            : facts.Record.IsUntold ? "not in the log"
            : CodeText(facts, facts.Record.Code);
        if (facts.Record.RelatedCode != ConnectionEvent.NoCode)
            value += " with " + CodeText(facts, facts.Record.RelatedCode);
        var expected =
            facts.Group == ErrorGroup.RemoteClosed && facts.IsClosed ? "says only that the far side went away" : null;
        return new DisconnectEvidence("Error code", value, expected, weight);
    }

    private static string CodeText(in DisconnectFacts facts, int code) =>
        code == ConnectionEvent.UnnumberedCode ? "an error without a number"
        : ErrorTexts.Include(code) ? $"'{facts.Device.NameOf(code)}', which names no known code"
        : facts.Device.NameOf(code) is { } name ? $"{code} {name}"
        : $"{code}";

    [MethodImpl(HotPath.Optimized)]
    private static void Orderly(CauseWeights weights)
    {
        weights[CauseName.SasTokenRenewed] = 0;
        weights[CauseName.ClientClosed] = 0;
        weights[CauseName.DeviceRestarted] = -5;
    }

    private static void Untold(CauseWeights weights)
    {
        CutOff(weights);
        weights[CauseName.SasTokenRenewed] = 0;
        weights[CauseName.ClientClosed] = 0;
        weights[CauseName.Unknown] = -2;
    }

    [MethodImpl(HotPath.Optimized)]
    private static void Closed(ErrorGroup group, CauseWeights weights)
    {
        switch (group)
        {
            case ErrorGroup.Unauthorized:
                weights[CauseName.SasTokenExpired] = 4;
                weights[CauseName.Unauthorized] = -1;
                break;
            case ErrorGroup.Takeover:
                weights[CauseName.NetworkLost] = 0;
                weights[CauseName.DuplicateIdentity] = 0;
                weights[CauseName.DeviceRestarted] = -4;
                weights[CauseName.ConnectionReset] = -4;
                break;
            case ErrorGroup.HubFault:
                weights[CauseName.HubFault] = 3;
                weights[CauseName.HubMaintenance] = -3;
                weights[CauseName.HubFailover] = -3;
                break;
            case ErrorGroup.RemoteClosed or ErrorGroup.Other:
                CutOff(weights);
                break;
            default:
                weights[CauseOf(group)] = Named;
                break;
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private static void CutOff(CauseWeights weights)
    {
        weights[CauseName.SasTokenExpired] = 0;
        weights[CauseName.IdleTimeout] = -1;
        weights[CauseName.ConnectionReset] = 0;
        weights[CauseName.NetworkLost] = 0.3;
        weights[CauseName.DeviceRestarted] = -0.3;
        weights[CauseName.HubFault] = -3.5;
        weights[CauseName.HubFailover] = -5;
        weights[CauseName.HubMaintenance] = -4.5;
        weights[CauseName.DuplicateIdentity] = -7;
        weights[CauseName.DeviceDisabled] = -7;
        weights[CauseName.DeviceNotFound] = -7;
        weights[CauseName.Throttled] = -8;
        weights[CauseName.QuotaExceeded] = -7;
    }

    [MethodImpl(HotPath.Optimized)]
    private static void Refused(ErrorGroup group, CauseWeights weights)
    {
        if (group is ErrorGroup.RemoteClosed or ErrorGroup.Other)
        {
            weights[CauseName.Unknown] = 0.5;
            foreach (
                var cause in (ReadOnlySpan<CauseName>)
                    [
                        CauseName.Unauthorized,
                        CauseName.DeviceDisabled,
                        CauseName.DeviceNotFound,
                        CauseName.QuotaExceeded,
                        CauseName.Throttled,
                        CauseName.HubFault,
                    ]
            )
                weights[cause] = -1;
            return;
        }
        if (group == ErrorGroup.Takeover)
        {
            weights[CauseName.DuplicateIdentity] = 1;
            weights[CauseName.NetworkLost] = 0;
            return;
        }
        weights[CauseOf(group)] = group == ErrorGroup.HubFault ? 3 : Named;
        if (group is not ErrorGroup.HubFault)
            return;
        weights[CauseName.HubMaintenance] = -2;
        weights[CauseName.HubFailover] = -2;
    }

    private static CauseName CauseOf(ErrorGroup group) =>
        group switch
        {
            ErrorGroup.Unauthorized => CauseName.Unauthorized,
            ErrorGroup.DeviceDisabled => CauseName.DeviceDisabled,
            ErrorGroup.DeviceNotFound => CauseName.DeviceNotFound,
            ErrorGroup.QuotaExceeded => CauseName.QuotaExceeded,
            ErrorGroup.Throttled => CauseName.Throttled,
            ErrorGroup.HubFault => CauseName.HubFault,
            ErrorGroup.HubFailover => CauseName.HubFailover,
            ErrorGroup.HubMaintenance => CauseName.HubMaintenance,
            ErrorGroup.Takeover => CauseName.DuplicateIdentity,
            _ => CauseName.Unknown,
        };
}
