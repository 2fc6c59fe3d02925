using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IoTHubDisconnect.Connectivity;

/// <summary>SAS tokens: https://learn.microsoft.com/azure/iot-hub/authenticate-authorize-sas.</summary>
internal sealed record SharedAccessToken(string Resource, DateTimeOffset ExpiresAt, string? Policy)
{
    private const string Scheme = "SharedAccessSignature ";

    /// <summary>Makes a token.</summary>
    /// <param name="resource">The hub's host name, with the path that it is good for.</param>
    /// <param name="key">Base64.</param>
    /// <param name="policy">The policy that the key is of; null for a device's own key.</param>
    /// <param name="expiresAt">Until when it is good.</param>
    /// <exception cref="FormatException">The key is no base64.</exception>
    public static string Create(string resource, string key, string? policy, DateTimeOffset expiresAt)
    {
        var encoded = Uri.EscapeDataString(resource);
        var expiry = expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes($"{encoded}\n{expiry}"))
        );
        var token = $"{Scheme}sr={encoded}&sig={Uri.EscapeDataString(signature)}&se={expiry}";
        return policy is null ? token : $"{token}&skn={policy}";
    }

    /// <summary>Reads what a token says of itself; null where the text is no token.</summary>
    public static SharedAccessToken? Read(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var fields = text[Scheme.Length..]
            .Split('&')
            .Select(field => field.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim())
            .ToDictionary(group => group.Key, group => group.First()[1]);
        return
            fields.ContainsKey("sig")
            && fields.TryGetValue("sr", out var resource)
            && fields.TryGetValue("se", out var expiry)
            && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new SharedAccessToken(Uri.UnescapeDataString(resource), TimeOf(seconds), fields.GetValueOrDefault("skn"))
            : null;
    }

    /// <summary>Whether it is good for a device of a hub: for the hub, or for a path above the device.</summary>
    public bool Covers(string hostName, DeviceIdentity device)
    {
        var (given, wanted) = (Resource.TrimEnd('/'), $"{hostName}/{device.Path}");
        return wanted.Equals(given, StringComparison.OrdinalIgnoreCase)
            || Uri.UnescapeDataString(wanted).Equals(given, StringComparison.OrdinalIgnoreCase)
            || wanted.StartsWith(given + "/", StringComparison.OrdinalIgnoreCase);
    }

    private static DateTimeOffset TimeOf(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
}
