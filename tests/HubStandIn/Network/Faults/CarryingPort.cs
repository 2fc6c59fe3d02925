namespace HubStandIn.Network.Faults;

internal sealed record CarryingPort(PathRule Rule) : PortFault
{
    internal override Task ServeAsync(PathConnection connection) => connection.RelayAsync(Rule);
}
