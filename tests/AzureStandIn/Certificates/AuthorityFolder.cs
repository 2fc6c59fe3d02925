using System.Security.Cryptography.X509Certificates;

namespace AzureStandIn.Certificates;

/// <summary>The folder that clients are told to find trusted authorities in.</summary>
internal static class AuthorityFolder
{
    private const string Variable = "AZURE_STAND_IN_AUTHORITIES";

    public static string Path { get; } =
        Environment.GetEnvironmentVariable(Variable)
        ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "azure-stand-in", "authorities");

    /// <summary>Writes the certificate, and removes those of earlier processes that have expired.</summary>
    public static string Add(X509Certificate2 authority)
    {
        Directory.CreateDirectory(Path);
        foreach (var old in Directory.GetFiles(Path, "*.pem"))
        {
            if (File.GetLastWriteTimeUtc(old) < DateTime.UtcNow.AddDays(-2))
                File.Delete(old);
        }

        var file = System.IO.Path.Combine(Path, $"{Environment.ProcessId}-{authority.Thumbprint[..8]}.pem");
        File.WriteAllText(file, authority.ExportCertificatePem() + "\n");
        return file;
    }
}
