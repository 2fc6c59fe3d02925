using System.Buffers.Text;
using System.Text.Json;

namespace AzureStandIn.Identity;

/// <summary>The token endpoint's answer where a person signed in: it tells who, and lets the client renew.</summary>
internal static class UserAnswer
{
    public static object For(AccessToken token, string text, string scopes, int seconds) =>
        new
        {
            token_type = "Bearer",
            scope = scopes,
            expires_in = seconds,
            ext_expires_in = seconds,
            access_token = text,
            refresh_token = Guid.NewGuid().ToString("N"),
            id_token = IdToken(token),
            client_info = Encode(new { uid = token.ObjectId, utid = token.TenantId }),
        };

    private static string IdToken(AccessToken token)
    {
        var claims = new
        {
            aud = token.ClientId,
            iss = $"https://login.microsoftonline.com/{token.TenantId}/v2.0",
            exp = token.ExpiresOn.ToUnixTimeSeconds(),
            oid = token.ObjectId,
            sub = token.ObjectId,
            tid = token.TenantId,
            preferred_username = "operator@fabrikam.example",
        };
        return $"{Encode(new { typ = "JWT", alg = "none" })}.{Encode(claims)}.";
    }

    private static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
