using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace AzureStandIn.Identity;

/// <summary>The token by which an application proves who it is: signed with its certificate, or issued by a party that it trusts.</summary>
internal sealed class ClientAssertion
{
    private readonly string signed;
    private readonly byte[] signature;
    private readonly JsonElement header;
    private readonly JsonElement claims;

    private ClientAssertion(string text)
    {
        string[] parts = text.Split('.');
        signed = $"{parts[0]}.{parts[1]}";
        signature = Base64Url.DecodeFromChars(parts[2]);
        header = Decode(parts[0]);
        claims = Decode(parts[1]);
    }

    public string? Issuer => Text(claims, "iss");

    public string? Subject => Text(claims, "sub");

    /// <summary>Null for text that is no such token.</summary>
    public static ClientAssertion? Parse(string text)
    {
        try
        {
            return new ClientAssertion(text);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    public bool IsSignedWith(X509Certificate2 certificate)
    {
        using RSA? key = certificate.GetRSAPublicKey();
        RSASignaturePadding padding =
            Text(header, "alg") == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key?.VerifyData(Encoding.ASCII.GetBytes(signed), signature, HashAlgorithmName.SHA256, padding) == true;
    }

    private static JsonElement Decode(string part)
    {
        using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return json.RootElement.Clone();
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
