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

    /// <summary>Enabled, Disabled or SecuredByPerimeter.</summary>
    public string PublicNetworkAccessForQuery { get; set; } = "Enabled";

    /// <summary>The private link scope that it is queried by; null where it is in none.</summary>
    public string? PrivateLinkScope { get; set; }

    /// <summary>Whether a private link scope or a perimeter lets in who is here.</summary>
    public bool LetsIn { get; set; }

    /// <summary>Whether queries come in from where this is.</summary>
    internal bool IsOpen => LetsIn || PublicNetworkAccessForQuery == "Enabled";

    /// <summary>False where a role on a resource opens none of its logs here: it takes one on the workspace.</summary>
    public bool EnableLogAccessUsingOnlyResourcePermissions { get; set; } = true;

    /// <summary>Tables that a role of the caller's keeps closed here, though it opens the others.</summary>
    public IReadOnlyList<string> DeniedTables { get; set; } = [];

    /// <summary>The daily cap, in GB; -1 for none.</summary>
    public double DailyQuotaGb { get; set; } = -1;

    /// <summary>RespectQuota, OverQuota, ForceOn, ForceOff, SubscriptionSuspended or ApproachingQuota.</summary>
    public string DataIngestionStatus { get; set; } = "RespectQuota";

    /// <summary>How many days rows are kept.</summary>
    public int RetentionInDays { get; set; } = 30;
}
