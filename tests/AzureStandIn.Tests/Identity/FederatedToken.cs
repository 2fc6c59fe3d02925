using System.Buffers.Text;
using System.Text.Json;

namespace AzureStandIn.Tests.Identity;

/// <summary>A token of a Kubernetes cluster, as far as the stand-in looks at it.</summary>
internal static class FederatedToken
{
    private const string Issuer = "https://oidc.cluster.example";
    private const string Audience = "api://AzureADTokenExchange";

    public static string For(string subject)
    {
        var claims = Encode(
            new
            {
                iss = Issuer,
                sub = subject,
                aud = Audience,
            }
        );
        return $"{Encode(new { alg = "none" })}.{claims}.c2ln";
    }

    private static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
