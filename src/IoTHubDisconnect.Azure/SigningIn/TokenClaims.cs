using System.Text.Json;

namespace IoTHubDisconnect.Azure.SigningIn;

/// <summary>What an Entra access token says of itself; it is for the service to check whether that is true.</summary>
internal static class TokenClaims
{
    /// <summary>Returns null for text that is no such token.</summary>
    public static JsonDocument? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;

        try
        {
            var payload = parts[1].Replace('-', '+').Replace('_', '/');
            return JsonDocument.Parse(
                Convert.FromBase64String(payload.PadRight(payload.Length + (4 - payload.Length % 4) % 4, '='))
            );
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonDocument claims, string name) =>
        claims.RootElement.ValueKind == JsonValueKind.Object
        && claims.RootElement.TryGetProperty(name, out var claim)
        && claim.ValueKind == JsonValueKind.String
            ? claim.GetString()
            : null;
}
