using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IoTHubDisconnect.Commands;

/// <summary>A certificate with its private key, as PFX or PEM.</summary>
internal static class CertificateFile
{
    // ERROR_INVALID_PASSWORD, which .NET gives on every system.
    private const int WrongPassword = unchecked((int)0x80070056);

    /// <summary>The certificate. Where there is none, an error ends the cmdlet.</summary>
    public static X509Certificate2 Read(CancellableCmdlet cmdlet, string path, string? password)
    {
        var file = GivenFile.PathOf(cmdlet, path);
        var isEncrypted = false;
        try
        {
            var text = File.ReadAllText(file);
            isEncrypted = text.Contains("-----BEGIN ENCRYPTED PRIVATE KEY", StringComparison.Ordinal);
            if (!text.Contains("-----BEGIN", StringComparison.Ordinal))
                return new X509Certificate2(file, password);
            return password is null
                ? X509Certificate2.CreateFromPemFile(file)
                : X509Certificate2.CreateFromEncryptedPemFile(file, password);
        }
        catch (Exception exception)
            when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException
            )
        {
            cmdlet.ThrowTerminatingError(ErrorOf(file, exception, isEncrypted));
            throw;
        }
    }

    private static ErrorRecord ErrorOf(string file, Exception exception, bool isEncrypted) =>
        exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => CertificateErrors.NotFound(file, exception),
            IOException or UnauthorizedAccessException => CertificateErrors.NotRead(file, exception),
            _ when isEncrypted || exception.HResult == WrongPassword => CertificateErrors.WrongPassword(
                file,
                exception
            ),
            _ => CertificateErrors.NoCertificate(file, exception),
        };
}
