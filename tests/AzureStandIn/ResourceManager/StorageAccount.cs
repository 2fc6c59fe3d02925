namespace AzureStandIn.ResourceManager;

/// <summary>A storage account, whose blobs are some other service's to hold.</summary>
public sealed record StorageAccount(ArmId Id, Uri Blobs)
{
    /// <summary>The type's name as Azure Resource Manager spells it.</summary>
    public const string Type = "Microsoft.Storage/storageAccounts";
}
