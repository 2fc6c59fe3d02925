namespace IoTHubDisconnect;

/// <summary>A report in a storage container.</summary>
public sealed class PublishedReport
{
    internal PublishedReport(string name, Uri uri, long length) => (Name, Uri, Length) = (name, uri, length);

    /// <summary>The blob's name in the container.</summary>
    public string Name { get; }

    /// <summary>Its address, for those who may read the container.</summary>
    public Uri Uri { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <inheritdoc/>
    public override string ToString() => Uri.AbsoluteUri;
}
