using Amqp;

namespace HubStandIn.Amqp;

/// <summary>Gives a listener its one connection.</summary>
internal sealed class SingleTransport : TransportProvider
{
    public const string Scheme = "hub";

    private readonly TaskCompletionSource<IAsyncTransport> never = new();
    private IAsyncTransport? transport;

    public SingleTransport(IAsyncTransport transport) => (this.transport, AddressSchemes) = (transport, [Scheme]);

    public override Task<IAsyncTransport> CreateAsync(Address address) =>
        Interlocked.Exchange(ref transport, null) is { } only ? Task.FromResult(only) : never.Task;

    public override void Dispose() => never.TrySetException(new ObjectDisposedException(nameof(SingleTransport)));
}
