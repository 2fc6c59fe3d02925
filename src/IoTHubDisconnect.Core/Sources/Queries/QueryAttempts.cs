using System.Net.Http;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// Asks again when an answer came to harm on its way. What the service itself says of a failure is final here:
/// the connection waited out what passes.
/// </summary>
internal static class QueryAttempts
{
    private const int Most = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    public static async Task<T> RunAsync<T>(LogTarget target, AzureCall call, Func<Task<T>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or HttpRequestException)
            {
                call.Cancellation.ThrowIfCancellationRequested();
                if (attempt == Most)
                    throw Failure(target, exception);
                call.Verbose($"{target.Label}: {exception.Message} Asking again.");
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), call.Cancellation).ConfigureAwait(false);
            }
        }
    }

    private static AzureException Failure(LogTarget target, Exception exception) =>
        exception is InvalidDataException
            ? new AzureException(
                AzureErrorKind.UnexpectedAnswer,
                $"{target} was asked {Most} times, and no answer was whole. {exception.Message}",
                exception
            )
            {
                Target = target.ToString(),
            }
            : new AzureException(
                AzureErrorKind.Unreachable,
                $"{target}: the connection was cut {Most} times in the middle of an answer. {exception.Message}",
                exception
            )
            {
                Target = target.ToString(),
            };
}
