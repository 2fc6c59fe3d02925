using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>A storage account's name and key, and the shared access signatures that can be made with them.</summary>
internal sealed class StorageAccount
{
    public string Name { get; init; } = "fabrikamlogs";

    public string Key { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    /// <summary>Makes a signature for all containers and blobs.</summary>
    /// <param name="permissions">Letters such as <c>rl</c>.</param>
    public string Sign(string permissions, TimeSpan validity)
    {
        const string version = "2022-11-02",
            services = "b",
            types = "sco",
            protocols = "https,http";
        string start = Text(DateTimeOffset.UtcNow.AddDays(-1)),
            end = Text(DateTimeOffset.UtcNow + validity);
        var signed = string.Join('\n', Name, permissions, services, types, start, end, "", protocols, version, "", "");
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed))
        );
        return $"sv={version}&ss={services}&srt={types}&sp={permissions}"
            + $"&st={Uri.EscapeDataString(start)}&se={Uri.EscapeDataString(end)}"
            + $"&spr={Uri.EscapeDataString(protocols)}&sig={Uri.EscapeDataString(signature)}";
    }

    /// <summary>A token for storage, as Entra writes them; the emulator does not check who signed it.</summary>
    public static string Token(string audience)
    {
        var (now, expires) = (
            DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()
        );
        var claims =
            $$"""{"aud":"{{audience}}","iss":"https://sts.windows.net/11111111-2222-3333-4444-555555555555/","nbf":{{now - 600}},"iat":{{now - 600}},"exp":{{expires}}}""";
        return $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}.{Encode("unsigned")}";
    }

    private static string Encode(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
