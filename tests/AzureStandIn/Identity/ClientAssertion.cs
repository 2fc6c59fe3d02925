using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace AzureStandIn.Identity;

/// <summary>
/// The token by which an application proves who it is: signed with its certificate, or issued by a party that it
/// trusts.
/// </summary>
internal sealed class ClientAssertion
{
    private readonly string _signed;
    private readonly byte[] _signature;
    private readonly JsonElement _header;
    private readonly JsonElement _claims;

    private ClientAssertion(string text)
    {
        var parts = text.Split('.');
        _signed = $"{parts[0]}.{parts[1]}";
        _signature = Base64Url.DecodeFromChars(parts[2]);
        _header = Decode(parts[0]);
        _claims = Decode(parts[1]);
    }

    public string? Issuer => Text(_claims, "iss");

    public string? Subject => Text(_claims, "sub");

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
        using var key = certificate.GetRSAPublicKey();
        var padding = Text(_header, "alg") == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key?.VerifyData(Encoding.ASCII.GetBytes(_signed), _signature, HashAlgorithmName.SHA256, padding) == true;
    }

    private static JsonElement Decode(string part)
    {
        using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return json.RootElement.Clone();
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
