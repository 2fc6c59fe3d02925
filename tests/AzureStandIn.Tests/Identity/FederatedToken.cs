using System.Buffers.Text;
using System.Text.Json;

namespace AzureStandIn.Tests.Identity;

/// <summary>A token of a Kubernetes cluster, as far as the stand-in looks at it.</summary>
internal static class FederatedToken
{
    public static string For(string subject) =>
        $"{Encode(new { alg = "none" })}.{Encode(new { iss = "https://oidc.cluster.example", sub = subject, aud = "api://AzureADTokenExchange" })}.c2ln";

    private static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
