using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>A certificate with its private key, as PFX or PEM.</summary>
internal static class CertificateFile
{
    /// <exception cref="AzureException">The file is not there, is none, or has another password.</exception>
    public static X509Certificate2 Read(string path, string? password)
    {
        try
        {
            var isPem = File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal);
            if (!isPem)
                return new X509Certificate2(path, password);
            return password is null
                ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }
        catch (Exception exception)
            when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException
            )
        {
            throw new AzureException(
                AzureErrorKind.CredentialRefused,
                $"The certificate in '{path}' cannot be used: {exception.Message}",
                exception
            )
            {
                Target = path,
            };
        }
    }
}
