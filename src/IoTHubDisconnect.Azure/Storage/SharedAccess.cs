using System.Globalization;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>A shared access signature.</summary>
/// <param name="Query">The whole of it: a secret.</param>
/// <param name="ExpiresOn">Null where that is left to a policy of the container.</param>
internal sealed record SharedAccess(string Query, DateTimeOffset? ExpiresOn)
{
    public bool IsExpired => ExpiresOn <= DateTimeOffset.UtcNow;

    /// <summary>Returns null for a query that has no signature.</summary>
    public static SharedAccess? Parse(string query)
    {
        var text = query.TrimStart('?');
        var fields = text.Split('&')
            .Select(field => field.Split('=', 2))
            .Where(field => field.Length == 2)
            .ToLookup(field => field[0], field => field[1]);
        if (!fields.Contains("sig"))
            return null;

        var hasEnd = DateTimeOffset.TryParse(
            Uri.UnescapeDataString(fields["se"].FirstOrDefault() ?? ""),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var end
        );
        return new SharedAccess(text, hasEnd ? end : null);
    }

    public override string ToString() => nameof(SharedAccess);
}
