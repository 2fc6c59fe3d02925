using System.Net.Sockets;
using Azure.Core;
using Azure.Core.Pipeline;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>Sends again what may well succeed later.</summary>
/// <param name="retriesTimeouts">A query that took too long will take too long again: it is the caller who asks for
/// less.</param>
internal sealed class PatientRetryPolicy(bool retriesTimeouts) : RetryPolicy(PatientDelay.Retries, new PatientDelay())
{
    private const int GatewayTimeout = 504;

    /// <summary>Where nothing answers at all, people wait for the error.</summary>
    private const int MostSilence = 3;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        !IsUnknownHost(exception)
        && (
            message.HasResponse
                ? retriesTimeouts || message.Response.Status != GatewayTimeout
                : message.ProcessingContext.RetryNumber < MostSilence
        )
        && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        new(ShouldRetry(message, exception));

    // A name that is misspelled stays so; one that cannot be looked up just now is another error.
    private static bool IsUnknownHost(Exception? exception) =>
        exception is not null
        && (
            exception is SocketException { SocketErrorCode: SocketError.HostNotFound }
            || IsUnknownHost(exception.InnerException)
        );
}
