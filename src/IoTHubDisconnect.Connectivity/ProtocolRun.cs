using IoTHubDisconnect.Connectivity.Conversations;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;
using P = IoTHubDisconnect.ConnectivityProtocol;

namespace IoTHubDisconnect.Connectivity;

/// <summary>All steps of one protocol, over one connection.</summary>
internal sealed class ProtocolRun(
    ConnectivityTest test,
    P protocol,
    HubNetwork network,
    SemaphoreSlim turns,
    Task<SignInPermission> permission,
    RefusalReason refusal,
    CancellationToken cancellation
)
{
    private const string SubProtocolMqtt = "mqtt";
    private const string SubProtocolAmqp = "AMQPWSB10";

    public async Task RunAsync(StepLine line)
    {
        if (test.Proxy is not null && protocol is P.Mqtt or P.Amqp)
            line.Block("Devices use proxies with WebSockets and HTTPS only.");
        TlsConnection? tls = null;
        try
        {
            await line.RunAsync(
                    ConnectivityStep.Tcp,
                    async limit =>
                    {
                        line.Wire = await network
                            .ConnectAsync(test.Host, test.Ports.Of(protocol), limit)
                            .ConfigureAwait(false);
                        return StepOutcome.Passed(
                            test.Proxy is null
                                ? $"Connected to {line.Wire.Remote}."
                                : $"Connected through {test.Proxy.Authority}."
                        ) with
                        {
                            Detail = new Dictionary<string, object?>
                            {
                                ["Remote"] = $"{line.Wire.Remote}",
                                ["Local"] = $"{line.Wire.Local}",
                            },
                        };
                    }
                )
                .ConfigureAwait(false);
            await line.RunAsync(
                    ConnectivityStep.Tls,
                    async limit =>
                    {
                        tls = await TlsConnection
                            .OpenAsync(
                                line.Wire!,
                                test.Host,
                                (test.Proof as CertificateProof)?.Certificate,
                                isTrusting: false,
                                limit
                            )
                            .ConfigureAwait(false);
                        return tls.Outcome;
                    }
                )
                .ConfigureAwait(false);
            await ConverseAsync(line, tls?.Stream ?? Stream.Null).ConfigureAwait(false);
        }
        finally
        {
            if (tls is not null)
                await tls.DisposeAsync().ConfigureAwait(false);
            if (line.Wire is { } wire)
                await wire.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ConverseAsync(StepLine line, Stream stream)
    {
        var permitted = await permission.WaitAsync(cancellation).ConfigureAwait(false);
        var signsIn = permitted.Refusal is null;
        await using var conversation = Open(stream, signsIn);
        using var turn = new DeviceTurn(turns, signsIn ? conversation.ConnectsAt : null, cancellation);
        await turn.BeforeAsync(ConnectivityStep.Open, line).ConfigureAwait(false);
        await line.RunAsync(ConnectivityStep.Open, conversation.OpenAsync).ConfigureAwait(false);
        if (signsIn)
        {
            await turn.BeforeAsync(ConnectivityStep.SignIn, line).ConfigureAwait(false);
            var isIn = await line.RunAsync(ConnectivityStep.SignIn, conversation.SignInAsync, isNeeded: false)
                .ConfigureAwait(false);
            if (isIn.State == CheckState.Passed)
                await turn.BeforeAsync(ConnectivityStep.Telemetry, line).ConfigureAwait(false);
            await UseAsync(line, conversation, isIn).ConfigureAwait(false);
            await CloseAsync(line, conversation).ConfigureAwait(false);
        }
        else
        {
            line.Skip(ConnectivityStep.SignIn, permitted.Refusal!);
            await CloseAsync(line, conversation).ConfigureAwait(false);
        }
    }

    private static async Task UseAsync(StepLine line, IConversation conversation, StepOutcome signIn)
    {
        if (signIn.State == CheckState.Passed)
        {
            // Both at once, as others wait for their turn with the device.
            await Task.WhenAll(
                    line.RunAsync(ConnectivityStep.Telemetry, conversation.SendAsync, isNeeded: false),
                    line.RunAsync(ConnectivityStep.Twin, conversation.ReadTwinAsync, isNeeded: false)
                )
                .ConfigureAwait(false);
            return;
        }
        var why = StepOutcome.Skipped("SignIn failed.");
        line.Skip(ConnectivityStep.Telemetry, why);
        line.Skip(ConnectivityStep.Twin, why);
    }

    private static Task CloseAsync(StepLine line, IConversation conversation) =>
        line.RunAsync(ConnectivityStep.Close, conversation.CloseAsync);

    private IConversation Open(Stream stream, bool signsIn)
    {
        var reason = signsIn ? refusal : null;
        return protocol switch
        {
            P.Mqtt => new MqttConversation(test, stream, reason),
            P.MqttWebSocket => new WebSocketConversation(
                test,
                stream,
                SubProtocolMqtt,
                inside => new MqttConversation(test, inside, reason),
                opensInner: false,
                ConnectivityStep.SignIn
            ),
            P.Amqp => new AmqpConversation(test, stream, reason),
            P.AmqpWebSocket => new WebSocketConversation(
                test,
                stream,
                SubProtocolAmqp,
                inside => new AmqpConversation(test, inside, reason),
                opensInner: true,
                AmqpConversation.FirstOf(test)
            ),
            _ => new HttpsConversation(test, stream, reason),
        };
    }
}
