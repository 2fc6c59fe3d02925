using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>SASL's MSSBCBS: who it is comes later, by put-token.</summary>
internal sealed class ClaimsSasl() : SaslProfile(Name)
{
    private const string Name = "MSSBCBS";

    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList GetStartCommand(string hostname) =>
        new SaslInit { Mechanism = Name, InitialResponse = [] };

    protected override DescribedList? OnCommand(DescribedList command) => null;
}
