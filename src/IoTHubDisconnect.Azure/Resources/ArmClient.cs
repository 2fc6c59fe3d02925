using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads from Azure Resource Manager.</summary>
internal sealed class ArmClient(IdentityTokens tokens)
{
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(100);

    private readonly AzurePipeline _pipeline = new(
        tokens,
        CloudService.ResourceManager,
        tokens.Cloud.ResourceManager.GetLeftPart(UriPartial.Authority),
        NetworkTimeout,
        retriesTimeouts: true
    );

    /// <summary>Gets one object.</summary>
    /// <param name="path">The path with its query, below the endpoint.</param>
    /// <param name="target">What messages call the thing asked for.</param>
    public Task<JsonElement> GetAsync(string path, string target, AzureCall call) =>
        GetAsync(new Uri(tokens.Cloud.ResourceManager, path), target, call);

    /// <summary>Gets the items of a list, page after page.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string path,
        string target,
        AzureCall call,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var seen = new HashSet<string>();
        Uri? page = new(tokens.Cloud.ResourceManager, path);
        while (page is not null && seen.Add(page.AbsoluteUri))
        {
            cancellation.ThrowIfCancellationRequested();
            var answer = await GetAsync(page, target, call).ConfigureAwait(false);
            foreach (var item in answer.Items("value"))
                yield return item;

            page = NextPage(answer, target);
        }
    }

    /// <summary>The token goes to the endpoint that it is for, whatever an answer says.</summary>
    private Uri? NextPage(JsonElement answer, string target)
    {
        if (answer.Text("nextLink") is not { Length: > 0 } link)
            return null;

        return
            Uri.TryCreate(tokens.Cloud.ResourceManager, link, out var next)
            && next.Authority == tokens.Cloud.ResourceManager.Authority
            && next.Scheme == tokens.Cloud.ResourceManager.Scheme
            ? next
            : throw new AzureException(
                AzureErrorKind.UnexpectedAnswer,
                $"{target}: the next page is said to be elsewhere than at {tokens.Cloud.ResourceManager.Host}."
            )
            {
                Target = target,
            };
    }

    private async Task<JsonElement> GetAsync(Uri uri, string target, AzureCall call)
    {
        using var response = await _pipeline
            .SendAsync(RequestMethod.Get, uri, null, null, target, call)
            .ConfigureAwait(false);
        try
        {
            using var document = await JsonDocument
                .ParseAsync(response.ContentStream ?? Stream.Null, cancellationToken: call.Cancellation)
                .ConfigureAwait(false);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{target}: the answer is no JSON.", exception)
            {
                Target = target,
            };
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or RequestFailedException)
        {
            throw new AzureException(
                AzureErrorKind.Unreachable,
                $"{target}: the connection broke off in the middle of the answer.",
                exception
            )
            {
                Target = target,
            };
        }
    }
}
