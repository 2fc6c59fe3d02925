using Azure.Storage.Blobs;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>
/// Where blobs are: a container, and a folder in it. What lets one in is kept apart from what may be shown.
/// </summary>
internal sealed class BlobAddress
{
    private BlobAddress(Uri container, string folder, SharedAccess? sas) =>
        (Container, Folder, Sas) = (container, folder, sas);

    /// <summary>The container, without a query.</summary>
    public Uri Container { get; }

    /// <summary>The folder's path with the slash after it; empty for the whole container.</summary>
    public string Folder { get; }

    /// <summary>Null where there is none.</summary>
    public SharedAccess? Sas { get; }

    /// <exception cref="AzureException">There is no container at the address.</exception>
    public static BlobAddress Parse(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http"))
            throw Invalid(
                "This is no address of a container: they look like "
                    + "https://account.blob.core.windows.net/insights-logs-connections.",
                null
            );

        var shown = OfBlobs(uri).GetLeftPart(UriPartial.Path).TrimEnd('/');
        var parts = new BlobUriBuilder(new Uri(shown));
        if (string.IsNullOrEmpty(parts.BlobContainerName))
            throw Invalid(
                $"{shown} is a storage account. Add the container: {shown}/insights-logs-connections.",
                shown
            );

        var sas = SharedAccess.Parse(uri.Query);
        // An emulator on this machine may do without.
        if (uri.Scheme == "http" && (sas is null || !uri.IsLoopback))
            throw Invalid(
                $"{shown} begins with http: neither a token nor a shared access signature goes there, https will do.",
                shown
            );

        var folder = parts.BlobName.Trim('/');
        parts.BlobName = "";
        return new BlobAddress(parts.ToUri(), folder.Length > 0 ? folder + "/" : "", sas);
    }

    /// <summary>The address of a blob or a folder, as people see it.</summary>
    public string NameOf(string path) => $"{Container.AbsoluteUri.TrimEnd('/')}/{path}";

    public override string ToString() => NameOf(Folder).TrimEnd('/');

    /// <summary>An account's Data Lake endpoint has a twin that serves the same files as blobs.</summary>
    private static Uri OfBlobs(Uri uri) =>
        new UriBuilder(uri) { Host = uri.Host.Replace(".dfs.", ".blob.", StringComparison.OrdinalIgnoreCase) }.Uri;

    private static AzureException Invalid(string message, string? target) =>
        new(AzureErrorKind.InvalidContainerUri, message) { Target = target };
}
