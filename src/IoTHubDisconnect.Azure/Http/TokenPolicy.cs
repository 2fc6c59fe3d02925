using Azure.Core;
using Azure.Core.Pipeline;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>
/// Puts a service's token on requests to its hosts. A challenge may ask for more claims, for no other audience.
/// </summary>
internal sealed class TokenPolicy(IdentityTokens tokens, CloudService service, string audience)
    : BearerTokenAuthenticationPolicy(tokens, audience + "/.default")
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        tokens.Hosts.Require(service, message.Request.Uri.ToUri());
        base.Process(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        tokens.Hosts.Require(service, message.Request.Uri.ToUri());
        return base.ProcessAsync(message, pipeline);
    }
}
