namespace AzureStandIn.ResourceManager;

/// <summary>A Log Analytics workspace. Every one holds the rows of every hub.</summary>
public sealed class Workspace(ArmId id, Guid customerId)
{
    /// <summary>The type's name as Azure Resource Manager spells it.</summary>
    public const string Type = "Microsoft.OperationalInsights/workspaces";

    /// <summary>The resource id.</summary>
    public ArmId Id => id;

    /// <summary>The id that queries use.</summary>
    public Guid CustomerId => customerId;

    /// <summary>False where nothing ever wrote to AzureDiagnostics, so that the workspace has no such table.</summary>
    public bool HasTable { get; set; } = true;
}
