namespace IoTHubDisconnect.Contracts;

/// <summary>A container of a storage account, or a folder in one, that a diagnostic setting files logs in.</summary>
internal interface IBlobLogs
{
    /// <summary>The address, without what may be secret of it.</summary>
    string Name { get; }

    /// <summary>Finds the blobs to be read. They are opened, and fail, one by one.</summary>
    /// <exception cref="AzureException">The container could not be listed.</exception>
    Task<FoundBlobs> FindAsync(BlobLogQuery query, AzureCall call);

    /// <summary>Writes a block blob; one that is there is replaced.</summary>
    /// <returns>Its address, without what may be secret of the container's.</returns>
    Task<Uri> UploadAsync(string name, Stream content, string contentType, AzureCall call);
}
