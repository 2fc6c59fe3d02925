using Amqp;

namespace HubStandIn.Amqp;

/// <summary>
/// Gives a listener its one connection, and then none ever more: the listener would ask again at once if it were told
/// so.
/// </summary>
internal sealed class SingleTransport : TransportProvider
{
    public const string Scheme = "hub";

    private readonly TaskCompletionSource<IAsyncTransport> _never = new();
    private readonly IAsyncTransport _transport;
    private bool _isGiven;

    public SingleTransport(IAsyncTransport transport) => (_transport, AddressSchemes) = (transport, [Scheme]);

    /// <summary>True once SASL has failed: the listener leaves such a connection open.</summary>
    public bool IsRefused { get; set; }

    public override Task<IAsyncTransport> CreateAsync(Address address)
    {
        if (IsRefused)
            _transport.Close();
        if (_isGiven)
            return _never.Task;
        _isGiven = true;
        return Task.FromResult(_transport);
    }
}
