using System.Buffers;
using System.Diagnostics;
using System.Text;
using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;
using MQTTnet;
using MQTTnet.Protocol;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>MQTT 3.1.1. Its greeting is the sign-in itself; over WebSockets there is a greeting before.</summary>
internal sealed class MqttConversation : IConversation
{
    private const string TwinAnswers = "$iothub/twin/res/";
    private const string TwinRequest = "$iothub/twin/GET/?$rid=1";

    private static readonly TimeSpan UsualKeepAlive = TimeSpan.FromSeconds(240);

    private readonly ConnectivityTest _test;
    private readonly RefusalReason? _refusal;
    private readonly TimeSpan _keepAlive;
    private readonly IMqttClient _client;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<(string Topic, string Body)> _twin = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private TimeSpan _connecting;
    private MqttClientConnectResultCode? _code;

    /// <param name="refusal">Finds out why the hub refuses; null to open as nobody.</param>
    /// <param name="keepAlive">The interval at which something is said; zero for never, null for the usual one.</param>
    public MqttConversation(ConnectivityTest test, Stream stream, RefusalReason? refusal, TimeSpan? keepAlive = null)
    {
        (_test, _refusal, _keepAlive) = (test, refusal, keepAlive ?? UsualKeepAlive);
        _client = new MqttClientFactory().CreateMqttClient(new StreamChannel(stream));
        _client.ApplicationMessageReceivedAsync += message =>
        {
            if (message.ApplicationMessage.Topic.StartsWith(TwinAnswers, StringComparison.Ordinal))
                _twin.TrySetResult(
                    (
                        message.ApplicationMessage.Topic,
                        Encoding.UTF8.GetString(message.ApplicationMessage.Payload.ToArray())
                    )
                );
            return Task.CompletedTask;
        };
        _client.DisconnectedAsync += _ =>
        {
            _ended.TrySetResult();
            _twin.TrySetException(new IOException("The connection broke."));
            return Task.CompletedTask;
        };
    }

    public ConnectivityStep? ConnectsAt => ConnectivityStep.Open;

    /// <summary>Completes when the connection has ended.</summary>
    public Task Ended => _ended.Task;

    public async Task<StepOutcome> OpenAsync(CancellationToken cancellation)
    {
        _code = await ConnectAsync(cancellation).ConfigureAwait(false);
        return StepOutcome.Passed(
            _refusal is null
                ? "The hub speaks MQTT (it refuses who gives no credentials)."
                : "The hub answered CONNECT."
        );
    }

    public async Task<StepOutcome> SignInAsync(CancellationToken cancellation)
    {
        _code ??= await ConnectAsync(cancellation).ConfigureAwait(false);
        return _code switch
        {
            MqttClientConnectResultCode.Success => StepOutcome.Passed($"Signed in as {_test.Device}.") with
            {
                Latency = _connecting,
            },
            MqttClientConnectResultCode.ServerUnavailable => throw new StepFailure(
                F.HubUnavailable,
                "The hub is not available now (CONNACK 3)."
            )
            {
                Latency = _connecting,
            },
            _ => throw await _refusal!.FindAsync(null, _connecting).ConfigureAwait(false),
        };
    }

    public async Task<StepOutcome> SendAsync(CancellationToken cancellation)
    {
        var message = new MqttApplicationMessageBuilder()
            .WithTopic(TestMessage.MqttTopic(_test.Device!))
            .WithPayload(TestMessage.Body)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .Build();
        await _client.PublishAsync(message, cancellation).ConfigureAwait(false);
        return StepOutcome.Passed("The hub took a message (PUBACK).");
    }

    public async Task<StepOutcome> ReadTwinAsync(CancellationToken cancellation)
    {
        _ = _twin.Task.ContinueWith(task => task.Exception, TaskScheduler.Default);
        await _client
            .SubscribeAsync(
                new MqttClientSubscribeOptionsBuilder().WithTopicFilter($"{TwinAnswers}#").Build(),
                cancellation
            )
            .ConfigureAwait(false);
        await _client
            .PublishAsync(new MqttApplicationMessageBuilder().WithTopic(TwinRequest).Build(), cancellation)
            .ConfigureAwait(false);
        var (topic, body) = await _twin.Task.WaitAsync(cancellation).ConfigureAwait(false);
        var status = topic[TwinAnswers.Length..].Split('/')[0];
        return status == "200"
            ? StepOutcome.Passed($"The hub sent the twin, {Encoding.UTF8.GetByteCount(body)} bytes.")
            : throw new StepFailure(F.OperationRefused, $"The hub does not send the twin: status {status}.")
            {
                Detail = new Dictionary<string, object?> { ["Status"] = status },
            };
    }

    /// <summary>Asks whether the other side is there.</summary>
    public Task PingAsync(CancellationToken cancellation) => _client.PingAsync(cancellation);

    public async Task<StepOutcome> CloseAsync(CancellationToken cancellation)
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), cancellation).ConfigureAwait(false);
        return StepOutcome.Passed(_code == MqttClientConnectResultCode.Success ? "Left with DISCONNECT." : "Closed.");
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<MqttClientConnectResultCode> ConnectAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var options = _refusal is null ? MqttOptions.OfNobody(_test) : MqttOptions.Of(_test, _keepAlive);
        var result = await _client.ConnectAsync(options, cancellation).ConfigureAwait(false);
        _connecting = watch.Elapsed;
        return result.ResultCode;
    }
}
