using System.Diagnostics;
using System.Text;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;
using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>
/// AMQP 1.0. The greeting takes no credentials; tokens come by put-token, certificates came with TLS.
/// </summary>
internal sealed class AmqpConversation(ConnectivityTest test, Stream stream, RefusalReason? refusal) : IConversation
{
    private readonly TaskCompletionSource<Open> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Connection? _connection;
    private Session? _session;
    private SenderLink? _events;

    /// <summary>
    /// A token connects nobody yet, but the first link does; a certificate has no other way to sign in.
    /// </summary>
    public ConnectivityStep? ConnectsAt => FirstOf(test);

    public static ConnectivityStep FirstOf(ConnectivityTest test) =>
        test.Proof is CertificateProof ? ConnectivityStep.SignIn : ConnectivityStep.Telemetry;

    public async Task<StepOutcome> OpenAsync(CancellationToken cancellation)
    {
        var factory = new ConnectionFactory([new StreamTransport(stream)]);
        factory.SASL.Profile =
            test.Proof is CertificateProof && refusal is not null ? SaslProfile.External : new ClaimsSasl();
        var open = new Open
        {
            ContainerId = $"connectivity-test-{Guid.NewGuid():N}",
            HostName = test.HostName,
            MaxFrameSize = 64 * 1024,
        };
        var address = new Address(test.Host, test.Ports.Amqp, null, null, "/", StreamTransport.Scheme);
        _connection = await factory
            .CreateAsync(address, open, (_, remote) => _opened.TrySetResult(remote))
            .WaitAsync(cancellation)
            .ConfigureAwait(false);
        _connection.AddClosedCallback(
            (_, error) =>
                _opened.TrySetException(
                    error is null ? new IOException("The connection was closed.") : new AmqpException(error)
                )
        );
        var answer = await _opened.Task.WaitAsync(cancellation).ConfigureAwait(false);
        return StepOutcome.Passed("The hub speaks AMQP.") with
        {
            Detail = new Dictionary<string, object?>
            {
                ["IdleTimeout"] = TimeSpan.FromMilliseconds(answer.IdleTimeOut),
            },
        };
    }

    public async Task<StepOutcome> SignInAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        _session = new Session(_connection);
        var error = DeviceTokens.Make(test) is { } token
            ? await AmqpClaims
                .PutAsync(_session, $"{test.HostName}/{test.Device!.Path}", token, cancellation)
                .ConfigureAwait(false)
            : await AttachEventsAsync(cancellation).ConfigureAwait(false);
        return error is null
            ? StepOutcome.Passed($"Signed in as {test.Device}.")
            : throw await refusal!.FindAsync(error, watch.Elapsed).ConfigureAwait(false);
    }

    public async Task<StepOutcome> SendAsync(CancellationToken cancellation)
    {
        if (_events is null && await AttachEventsAsync(cancellation).ConfigureAwait(false) is { } error)
            throw error.ToFailure();
        await _events!
            .SendAsync(
                new Message
                {
                    Properties = new Properties { ContentType = "application/json", ContentEncoding = "utf-8" },
                    ApplicationProperties = new ApplicationProperties { [TestMessage.Mark] = "true" },
                    BodySection = new Data { Binary = Encoding.UTF8.GetBytes(TestMessage.Body) },
                }
            )
            .WaitAsync(cancellation)
            .ConfigureAwait(false);
        return StepOutcome.Passed("The hub took a message (accepted).");
    }

    public async Task<StepOutcome> ReadTwinAsync(CancellationToken cancellation)
    {
        var path = $"/{test.Device!.Path}/twin";
        var bytes = await AmqpTwin.ReadAsync(_session!, path, cancellation).ConfigureAwait(false);
        return StepOutcome.Passed($"The hub sent the twin, {bytes} bytes.");
    }

    public async Task<StepOutcome> CloseAsync(CancellationToken cancellation)
    {
        await _connection!.CloseAsync(test.StepLimit, null).WaitAsync(cancellation).ConfigureAwait(false);
        return StepOutcome.Passed("Left with close.");
    }

    public ValueTask DisposeAsync()
    {
        // What is left of the connection goes with the stream under it.
        stream.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Attaches the link that messages go by.</summary>
    /// <returns>What the hub has against it; null where it takes it.</returns>
    private async Task<HubError?> AttachEventsAsync(CancellationToken cancellation)
    {
        var attached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var attach = new Attach
        {
            Source = new Source(),
            Target = new Target { Address = $"/{test.Device!.Path}/messages/events" },
            Properties = new Fields
            {
                [new Symbol("com.microsoft:client-version")] = "IoTHubDisconnect",
                [new Symbol("com.microsoft:api-version")] = "2021-04-12",
            },
        };
        // A refused link is attached without a target, and then detached with the reason.
        _events = new SenderLink(
            _session,
            "events",
            attach,
            (_, answer) =>
            {
                if (answer.Target is not null)
                    attached.TrySetResult();
            }
        );
        _events.AddClosedCallback(
            (_, error) => attached.TrySetException(new AmqpException(error ?? new Error(ErrorCode.DetachForced)))
        );
        try
        {
            await attached.Task.WaitAsync(cancellation).ConfigureAwait(false);
            return null;
        }
        catch (AmqpException exception) when (exception.Error is not null)
        {
            return HubError.OfAmqp(exception.Error);
        }
    }
}
