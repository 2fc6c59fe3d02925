namespace IoTHubDisconnect.Cloud;

/// <summary>A container of a storage account, or a folder in one, that a diagnostic setting files logs in.</summary>
internal interface IBlobLogs
{
    /// <summary>The address, without what may be secret of it.</summary>
    string Name { get; }

    /// <summary>Finds the blobs to be read. They are opened, and fail, one by one.</summary>
    /// <exception cref="AzureException">The container could not be listed.</exception>
    Task<FoundBlobs> FindAsync(BlobLogQuery query, AzureCall call);
}
