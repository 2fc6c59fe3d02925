using System.Diagnostics;
using System.Net.Http;
using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>HTTPS, where every request signs in by itself: a message is both.</summary>
internal sealed class HttpsConversation(ConnectivityTest test, Stream connection, RefusalReason? refusal)
    : IConversation
{
    private readonly HubHttp _http = new(connection, test.Host);
    private HubAnswer? _answer;
    private TimeSpan _sending;

    public ConnectivityStep? ConnectsAt => null;

    public async Task<StepOutcome> OpenAsync(CancellationToken cancellation)
    {
        var answer = await _http.SendAsync(HttpMethod.Get, "", null, null, cancellation).ConfigureAwait(false);
        return StepOutcome.Passed("The hub answers HTTP.") with
        {
            Detail = new Dictionary<string, object?> { ["Status"] = answer.Status },
        };
    }

    public async Task<StepOutcome> SignInAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        _answer = await _http
            .SendAsync(
                HttpMethod.Post,
                TestMessage.HttpPath(test.Device!),
                DeviceTokens.Make(test),
                TestMessage.Body,
                cancellation
            )
            .ConfigureAwait(false);
        _sending = watch.Elapsed;
        return _answer.IsGood
            ? StepOutcome.Passed($"The hub took a request as {test.Device}.") with
            {
                Latency = _sending,
            }
            : throw await refusal!.FindAsync(_answer.Error, _sending).ConfigureAwait(false);
    }

    public Task<StepOutcome> SendAsync(CancellationToken cancellation) =>
        Task.FromResult(
            StepOutcome.Passed(
                $"The hub took a message, with the sign-in in the same request ({_answer!.Status})."
            ) with
            {
                Latency = _sending,
            }
        );

    public Task<StepOutcome> ReadTwinAsync(CancellationToken cancellation) =>
        Task.FromResult(StepOutcome.Skipped("Devices read no twin over HTTPS."));

    public Task<StepOutcome> CloseAsync(CancellationToken cancellation)
    {
        _http.Dispose();
        return Task.FromResult(StepOutcome.Passed("Closed; HTTPS has no session to leave."));
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
