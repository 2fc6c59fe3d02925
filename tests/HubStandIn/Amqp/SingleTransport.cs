using Amqp;

namespace HubStandIn.Amqp;

/// <summary>Gives a listener its one connection, and then none ever more: the listener would ask again at once if it were told so.</summary>
internal sealed class SingleTransport : TransportProvider
{
    public const string Scheme = "hub";

    private readonly TaskCompletionSource<IAsyncTransport> never = new();
    private readonly IAsyncTransport transport;
    private bool isGiven;

    public SingleTransport(IAsyncTransport transport) => (this.transport, AddressSchemes) = (transport, [Scheme]);

    /// <summary>True once SASL has failed: the listener leaves such a connection open.</summary>
    public bool IsRefused { get; set; }

    public override Task<IAsyncTransport> CreateAsync(Address address)
    {
        if (IsRefused)
            transport.Close();
        if (isGiven)
            return never.Task;
        isGiven = true;
        return Task.FromResult(transport);
    }
}
