using HubStandIn.FaultLab;
using HubStandIn.FaultLab.Processes;

namespace IoTHubDisconnect.Benchmarks.FaultLab;

/// <summary>A row of the fault lab's table: what was done, to simulated clients, to processes, or to both.</summary>
internal sealed record FaultKind(string Text, LabFault? Simulated, ProcessFault? Process)
{
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("the client renews its token", LabFault.TokenRenewed, ProcessFault.TokenRenewed),
        new("the hub closes an expired token's session", LabFault.TokenExpired, ProcessFault.TokenExpired),
        new("the process is killed and started again", LabFault.Crash, ProcessFault.Killed),
        new("the process is frozen: its keep-alive runs out", null, ProcessFault.Frozen),
        new("the power fails", LabFault.PowerLost, null),
        new("a proxy resets the connection", LabFault.Reset, ProcessFault.Reset),
        new("a proxy cuts idle connections", null, ProcessFault.IdleCut),
        new("two devices have one identity", LabFault.Duplicate, ProcessFault.Duplicate),
        new("the key is wrong", LabFault.WrongKey, ProcessFault.WrongKey),
        new("the identity is disabled", LabFault.Disabled, ProcessFault.Disabled),
        new("the identity is deleted", LabFault.Deleted, ProcessFault.Deleted),
        new("the hub's quota is used up", LabFault.Quota, null),
        new("the hub fails: 500001 for everybody", LabFault.HubFault, ProcessFault.HubFault),
        new("the hub is upgraded", LabFault.HubUpgrade, null),
    ];
}
