namespace HubStandIn.Network.Faults;

internal sealed record UnreachablePort(PortState As) : PortFault
{
    internal override PortState State => As;

    /// <summary>Whoever was in the queue when the port became so is let go.</summary>
    internal override Task ServeAsync(PathConnection connection) => Task.CompletedTask;
}
