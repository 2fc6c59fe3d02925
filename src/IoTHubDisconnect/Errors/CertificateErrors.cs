using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>What is wrong with the file of a certificate, as error records.</summary>
internal static class CertificateErrors
{
    public static ErrorRecord NotFound(string path, Exception exception) =>
        New(
            exception,
            $"The certificate's file '{path}' is not there.",
            "CertificateNotFound",
            ErrorCategory.ObjectNotFound,
            path,
            "Check -CertificatePath; a relative path begins at the current location."
        );

    public static ErrorRecord NotRead(string path, Exception exception) =>
        New(
            exception,
            $"The certificate's file '{path}' cannot be read: {exception.Message}",
            "CertificateNotRead",
            ErrorCategory.ReadError,
            path,
            "See whether it is a file, and whether you may read it."
        );

    public static ErrorRecord WrongPassword(string path, Exception exception) =>
        New(
            exception,
            $"The certificate in '{path}' has another password, or needs one.",
            "WrongCertificatePassword",
            ErrorCategory.AuthenticationError,
            path,
            "Give the file's own password as -CertificatePassword."
        );

    public static ErrorRecord NoCertificate(string path, Exception exception) =>
        New(
            exception,
            $"'{path}' holds no certificate with its private key: {exception.Message}",
            "NoCertificate",
            ErrorCategory.InvalidData,
            path,
            "Give a PFX file, or a PEM file that has the certificate and its private key, and no -CertificatePassword "
                + "where the key has none."
        );

    private static ErrorRecord New(
        Exception inner,
        string message,
        string id,
        ErrorCategory category,
        string path,
        string action
    ) => Errors.New(new IOException(message, inner), id, category, path, action);
}
