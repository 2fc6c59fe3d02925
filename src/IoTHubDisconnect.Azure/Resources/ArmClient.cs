using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Asks Azure Resource Manager.</summary>
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
        SendAsync(RequestMethod.Get, UriOf(path), null, target, call);

    /// <summary>Asks for what takes more than an address.</summary>
    public Task<JsonElement> PostAsync(string path, object body, string target, AzureCall call) =>
        SendAsync(RequestMethod.Post, UriOf(path), JsonSerializer.Serialize(body), target, call);

    /// <summary>Makes an object; one that is there is left as it is.</summary>
    /// <param name="address">Its address, from <see cref="UriOf"/>.</param>
    /// <param name="body">JSON.</param>
    /// <param name="target">What messages call the thing that it is made for.</param>
    /// <param name="call">Who asks.</param>
    public Task<JsonElement> MakeAsync(Uri address, string body, string target, AzureCall call) =>
        SendAsync(RequestMethod.Put, address, body, target, call);

    /// <summary>An address below the endpoint.</summary>
    public Uri UriOf(string path) => new(tokens.Cloud.ResourceManager, path);

    /// <summary>Gets the items of a list, page after page.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string path,
        string target,
        AzureCall call,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var seen = new HashSet<string>();
        var page = (Uri?)UriOf(path);
        while (page is not null && seen.Add(page.AbsoluteUri))
        {
            cancellation.ThrowIfCancellationRequested();
            var answer = await SendAsync(RequestMethod.Get, page, null, target, call).ConfigureAwait(false);
            foreach (var item in answer.Items("value"))
                yield return item;

            page = NextPage(answer, target);
        }
    }

    private static void Prepare(Request request)
    {
        if (request.Content is not null)
            request.Headers.Add(HttpHeader.Common.JsonContentType);
        if (request.Method == RequestMethod.Put)
            request.Headers.Add("If-None-Match", "*");
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

    private async Task<JsonElement> SendAsync(
        RequestMethod method,
        Uri uri,
        string? body,
        string target,
        AzureCall call
    )
    {
        using var response = await _pipeline
            .SendAsync(
                method,
                uri,
                body is null ? null : RequestContent.Create(Encoding.UTF8.GetBytes(body)),
                Prepare,
                target,
                call
            )
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
