using System.Net.Http;
using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.SigningIn;

/// <summary>
/// Why the hub refused a sign-in. MQTT never says, so the hub is asked once more over HTTPS, where it does.
/// </summary>
internal sealed class RefusalReason(
    ConnectivityTest test,
    HubNetwork network,
    HubClock clock,
    Task<RegisteredDevice?> registered
)
{
    private readonly TimeSpan _patience = test.StepLimit / 3;

    /// <summary>Finds the reason.</summary>
    /// <param name="said">What the hub said; null where it said nothing.</param>
    /// <param name="latency">How long the sign-in took.</param>
    public async Task<StepFailure> FindAsync(HubError? said, TimeSpan latency)
    {
        var ahead = await SoonAsync(clock.Ahead).ConfigureAwait(false);
        if (said is null or { Finding: F.CredentialsRefused } && DeviceTokens.Judge(test, ahead) is { } own)
            return With(own, said, latency);
        var error = said ?? await AskAsync().ConfigureAwait(false);
        if (error is null)
            return new StepFailure(F.SignInRefused, "The hub refuses the sign-in, and gives no reason over MQTT.")
            {
                Latency = latency,
            };
        if (error.Finding != F.CredentialsRefused)
            return error.ToFailure(latency);
        if (
            await SoonAsync(registered).ConfigureAwait(false) is { } device
            && device.Contradiction(test.Proof!) is { } contradiction
        )
            return With(new StepFailure(F.AuthenticationMismatch, contradiction), error, latency);
        var what = test.Proof switch
        {
            CertificateProof =>
                "The hub refuses the certificate: its thumbprint is not the one that the device is registered with",
            KeyProof { Policy: { } policy } =>
                $"The hub refuses the key of the policy {policy}: it is wrong, or the policy lacks DeviceConnect",
            KeyProof => "The hub refuses the key: it is not one of the device's two, or there is no such device",
            _ => "The hub refuses the SAS token: it is not signed with a key of the device",
        };
        return With(new StepFailure(F.CredentialsRefused, $"{what} ({error})."), error, latency);
    }

    private static StepFailure With(StepFailure failure, HubError? error, TimeSpan latency) =>
        new(failure.Finding, failure.Message)
        {
            Latency = latency,
            Detail = new Dictionary<string, object?> { ["ErrorCode"] = error?.Code, ["ErrorName"] = error?.Name },
        };

    /// <summary>
    /// Sends the message that a test sends anyhow; null where the hub does not refuse it, or cannot be asked.
    /// </summary>
    private async Task<HubError?> AskAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await using var tls = await network
                .ConnectTlsAsync(test.Host, test.Ports.Https, isTrusting: false, patience.Token)
                .ConfigureAwait(false);
            using var http = new HubHttp(tls.Stream, test.Host);
            var answer = await http.SendAsync(
                    HttpMethod.Post,
                    TestMessage.HttpPath(test.Device!),
                    DeviceTokens.Make(test),
                    TestMessage.Body,
                    patience.Token
                )
                .ConfigureAwait(false);
            return answer.IsGood ? null : answer.Error;
        }
        catch (Exception)
        {
            // The refusal stands, with or without its reason.
            return null;
        }
    }

    private async Task<T?> SoonAsync<T>(Task<T?> task)
    {
        try
        {
            return await task.WaitAsync(_patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return default;
        }
    }
}
