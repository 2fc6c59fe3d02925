using System.Text.Json;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.Resources;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Logs;

/// <summary>
/// Finds out what a cluster's tokens are for, which it tells whoever asks: clusters of Azure, of Fabric and of other
/// clouds differ.
/// </summary>
internal sealed class ClusterAudience(IdentityTokens tokens)
{
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(30);

    private readonly AzurePipeline _anonymous = new(NetworkTimeout);

    public async Task<string> OfAsync(Uri cluster, AzureCall call)
    {
        var own = cluster.GetLeftPart(UriPartial.Authority);
        Failures.RequireHttps(cluster, cluster.Host);
        tokens.Hosts.Require(CloudService.DataExplorer, cluster);
        // Tokens that were given are for what they are for.
        if (tokens.SignIn is AccessTokenSignIn)
            return own;
        var told = await ReadAsync(new Uri(cluster, "/v1/rest/auth/metadata"), call).ConfigureAwait(false);
        return told is null ? own
            : Uri.TryCreate(told, UriKind.Absolute, out var audience)
            && tokens.Hosts.Allow(CloudService.DataExplorer, audience.IdnHost)
                ? told.TrimEnd('/')
            : throw Refused(own, told);
    }

    /// <returns>Null where the cluster does not tell.</returns>
    private async Task<string?> ReadAsync(Uri metadata, AzureCall call)
    {
        try
        {
            using var response = await _anonymous
                .SendAsync(RequestMethod.Get, metadata, null, null, metadata.Host, call)
                .ConfigureAwait(false);
            using var document = await JsonDocument
                .ParseAsync(response.ContentStream ?? Stream.Null, cancellationToken: call.Cancellation)
                .ConfigureAwait(false);
            var directory = document.RootElement.Member("AzureAD");
            var audience = directory.Text("KustoServiceResourceId");
            return directory.Flag("LoginMfaRequired")
                ? audience?.Replace(".kusto.", ".kustomfa.", StringComparison.OrdinalIgnoreCase)
                : audience;
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.ResourceNotFound)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AzureException Refused(string cluster, string audience) =>
        new(
            AzureErrorKind.UntrustedHost,
            $"{cluster} asks for tokens of '{audience}', which is no cluster: no token is asked for."
        )
        {
            Target = cluster,
        };
}
