using System.Diagnostics;
using IoTHubDisconnect.Connectivity.Conversations;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.KeepAlive;

/// <summary>A connection of MQTT that says nothing of its own accord.</summary>
internal sealed class SilentConnection : IAsyncDisposable
{
    private readonly TlsConnection _tls;
    private readonly IConversation _conversation;
    private readonly MqttConversation _mqtt;
    private readonly TimeSpan _limit;

    private SilentConnection(TlsConnection tls, IConversation conversation, MqttConversation mqtt, TimeSpan limit) =>
        (_tls, _conversation, _mqtt, _limit) = (tls, conversation, mqtt, limit);

    /// <exception cref="StepFailure">No connection came about in time.</exception>
    public static async Task<SilentConnection> OpenAsync(
        ConnectivityTest test,
        ConnectivityProtocol protocol,
        HubNetwork network,
        RefusalReason refusal,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(test.StepLimit);
        TlsConnection? tls = null;
        IConversation? conversation = null;
        try
        {
            tls = await network
                .ConnectTlsAsync(test.Host, test.Ports.Of(protocol), isTrusting: false, limit.Token)
                .ConfigureAwait(false);
            MqttConversation? mqtt = null;
            MqttConversation Make(Stream stream) =>
                mqtt = new MqttConversation(test, stream, refusal, keepAlive: TimeSpan.Zero);
            conversation =
                protocol == ConnectivityProtocol.Mqtt
                    ? Make(tls.Stream)
                    : new WebSocketConversation(
                        test,
                        tls.Stream,
                        "mqtt",
                        Make,
                        opensInner: false,
                        ConnectivityStep.SignIn
                    );
            await conversation.OpenAsync(limit.Token).ConfigureAwait(false);
            await conversation.SignInAsync(limit.Token).ConfigureAwait(false);
            return new SilentConnection(tls, conversation, mqtt!, test.StepLimit);
        }
        catch (Exception exception)
        {
            if (conversation is not null)
                await conversation.DisposeAsync().ConfigureAwait(false);
            if (tls is not null)
                await tls.DisposeAsync().ConfigureAwait(false);
            if (exception is not StepFailure && limit.IsCancellationRequested)
                throw new StepFailure(
                    ConnectivityFinding.NoAnswer,
                    $"No connection came about within {DurationText.Of(test.StepLimit)}.",
                    exception
                );
            throw;
        }
    }

    /// <summary>Is silent, and then asks whether the connection is there still.</summary>
    /// <returns>Whether it is, and how long it was silent; less where the end was seen before.</returns>
    public async Task<(bool IsBorne, TimeSpan Lasted)> BeSilentAsync(TimeSpan silence, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAny(Task.Delay(silence, cancellation), _mqtt.Ended).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var lasted = watch.Elapsed;
        return (!_mqtt.Ended.IsCompleted && await IsThereAsync(cancellation).ConfigureAwait(false), lasted);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(_limit);
        try
        {
            if (!_mqtt.Ended.IsCompleted)
                await _conversation.CloseAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It is gone, which is what counts.
        }
        await _conversation.DisposeAsync().ConfigureAwait(false);
        await _tls.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_limit);
        try
        {
            await _mqtt.PingAsync(limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
