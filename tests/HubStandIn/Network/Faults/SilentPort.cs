namespace HubStandIn.Network.Faults;

internal sealed record SilentPort : PortFault
{
    internal override async Task ServeAsync(PathConnection connection)
    {
        var ignored = new byte[4096];
        while (await connection.Client.ReceiveAsync(ignored, connection.Ended) > 0)
        {
            // Heard, and not answered.
        }
    }
}
