using System.Net.Http;
using System.Text.Json;
using System.Xml;
using Azure;
using Azure.Core;
using Azure.Identity;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>Makes of the SDK's exceptions and the services' error answers what people can act on.</summary>
internal static class Failures
{
    public static async Task<T> TranslateAsync<T>(string target, Func<Task<T>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (CredentialUnavailableException exception)
        {
            throw new AzureException(
                AzureErrorKind.NotSignedIn,
                $"No sign-in to Azure was found: {FirstSentence(exception.Message)}",
                exception
            );
        }
        catch (AuthenticationFailedException exception)
        {
            throw Refused(exception);
        }
        catch (RequestFailedException exception)
        {
            throw Unreachable(target, exception);
        }
        catch (AggregateException exception)
            when (exception.InnerExceptions.All(e =>
                    e is RequestFailedException or HttpRequestException or IOException or OperationCanceledException
                )
            )
        {
            throw Unreachable(target, exception.InnerExceptions[^1]);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unreachable(target, exception);
        }
        catch (Exception exception) when (IsOfAnswer(exception))
        {
            throw new AzureException(
                AzureErrorKind.UnexpectedAnswer,
                $"{target}: the answer is not in the form that the service documents: "
                    + $"{FirstSentence(exception.Message)}",
                exception
            )
            {
                Target = target,
            };
        }
    }

    /// <summary>Tokens go over TLS alone.</summary>
    /// <exception cref="AzureException">The address is another.</exception>
    public static void RequireHttps(Uri uri, string target)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme != Uri.UriSchemeHttps)
            throw new AzureException(
                AzureErrorKind.InsecureEndpoint,
                $"{target}: '{uri}' does not begin with https, and no token goes there."
            )
            {
                Target = target,
            };
    }

    /// <summary>What the SDK throws where an answer, such as a proxy's page, is not the service's own.</summary>
    private static bool IsOfAnswer(Exception exception) =>
        exception
            is XmlException
                or JsonException
                or FormatException
                or KeyNotFoundException
                or InvalidOperationException
                or ArgumentException
                or NotSupportedException;

    /// <summary>The failure that an answer tells of.</summary>
    public static async Task<AzureException> OfAsync(Response response, string target, CancellationToken cancellation)
    {
        var error = await ServiceError.ReadAsync(response, cancellation).ConfigureAwait(false);
        return new AzureException(error.Kind, $"{target}: {error.Describe(response.Status)}")
        {
            Target = target,
            ServiceCode = error.Code,
            RequestId = response.Headers.RequestId,
        };
    }

    private static AzureException Refused(AuthenticationFailedException exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is AzureException own)
                return own;

            if (inner is HttpRequestException)
                return Unreachable("The sign-in endpoint", inner);

            if (EntraRefusal.Find(inner.Message) is { } refusal)
                return new AzureException(refusal.Kind, $"Signing in failed: {refusal.Message}", exception)
                {
                    ServiceCode = refusal.Code,
                };
        }

        // Entra was not asked: the machine, or a program on it, has no such identity to give.
        return new AzureException(
            AzureErrorKind.NotSignedIn,
            $"Signing in failed: {FirstSentence(exception.Message)}",
            exception
        );
    }

    private static AzureException Unreachable(string target, Exception exception) =>
        new(
            AzureErrorKind.Unreachable,
            $"{target} cannot be reached: {FirstSentence((exception.InnerException ?? exception).Message)}",
            exception
        )
        {
            Target = target,
        };

    private static string FirstSentence(string message)
    {
        var line =
            message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? message;
        return line.EndsWith('.') ? line : line + ".";
    }
}
