using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HubStandIn.Authentication;

/// <summary>A SAS token: sr, sig, se and, for a policy's key, skn.</summary>
public sealed class SharedAccessSignature
{
    private const string Scheme = "SharedAccessSignature ";

    private readonly string _encodedResource;
    private readonly string _signature;
    private readonly string _expiry;

    private SharedAccessSignature(string encodedResource, string signature, string expiry, long seconds, string? policy)
    {
        (_encodedResource, _signature, _expiry, Policy) = (encodedResource, signature, expiry, policy);
        Resource = Uri.UnescapeDataString(encodedResource);
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
    }

    /// <summary>What it is for, such as hub.azure-devices.net/devices/device-1.</summary>
    public string Resource { get; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The policy whose key signed it; null for a device's own.</summary>
    public string? Policy { get; }

    /// <summary>Makes a token's text as the documentation tells.</summary>
    public static string Create(string resource, string key, DateTimeOffset expiresAt, string? policy = null)
    {
        var encoded = Uri.EscapeDataString(resource);
        var expiry = expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var token = $"{Scheme}sr={encoded}&sig={Uri.EscapeDataString(Sign(encoded, expiry, key))}&se={expiry}";
        return policy is null ? token : $"{token}&skn={policy}";
    }

    /// <summary>Reads a token; null where the text is none.</summary>
    public static SharedAccessSignature? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var fields = text[Scheme.Length..]
            .Split('&')
            .Select(field => field.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim())
            .ToDictionary(group => group.Key, group => group.First()[1]);
        var whole =
            fields.TryGetValue("sr", out var resource)
            & fields.TryGetValue("sig", out var signature)
            & fields.TryGetValue("se", out var expiry);
        return whole && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new SharedAccessSignature(
                resource!,
                Uri.UnescapeDataString(signature!),
                expiry!,
                seconds,
                fields.GetValueOrDefault("skn")
            )
            : null;
    }

    /// <summary>Whether one of the keys signed it.</summary>
    public bool IsSignedWith(params IEnumerable<string> keys) =>
        keys.Any(key =>
            CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Sign(_encodedResource, _expiry, key)),
                Encoding.UTF8.GetBytes(_signature)
            )
        );

    private static string Sign(string encodedResource, string expiry, string key) =>
        Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes($"{encodedResource}\n{expiry}"))
        );
}
