using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AzureStandIn.Identity;

/// <summary>Access tokens as JSON Web Tokens with a symmetric signature.</summary>
internal sealed class TokenCodec
{
    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Write(AccessToken token)
    {
        var claims = new JsonObject
        {
            ["aud"] = token.Audience,
            ["iss"] = $"https://sts.windows.net/{token.TenantId}/",
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["nbf"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = token.ExpiresOn.ToUnixTimeSeconds(),
            ["appid"] = token.ClientId.ToString(),
            ["oid"] = token.ObjectId.ToString(),
            ["tid"] = token.TenantId.ToString(),
            ["uti"] = Guid.NewGuid().ToString("N"),
            ["ver"] = "1.0",
        };
        var signed = $"{Header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Sign(signed)}";
    }

    /// <summary>What the token says, expired or not; null for text that this stand-in did not issue.</summary>
    public AccessToken? Read(string text)
    {
        var signature = text.LastIndexOf('.');
        var payload = text.IndexOf('.');
        if (payload < 0 || signature <= payload || !IsSame(text[(signature + 1)..], Sign(text[..signature])))
            return null;

        using var json = JsonDocument.Parse(
            Base64Url.DecodeFromChars(text.AsSpan(payload + 1, signature - payload - 1))
        );
        var claims = json.RootElement;
        return new AccessToken
        {
            Audience = claims.GetProperty("aud").GetString()!,
            TenantId = claims.GetProperty("tid").GetGuid(),
            ClientId = claims.GetProperty("appid").GetGuid(),
            ObjectId = claims.GetProperty("oid").GetGuid(),
            ExpiresOn = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()),
        };
    }

    private string Sign(string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private static bool IsSame(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
