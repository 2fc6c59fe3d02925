using AzureStandIn.Identity;
using AzureStandIn.Logs;

namespace AzureStandIn;

/// <summary>What the stand-in is from the start. What may change on the way is on <see cref="StandInAzure"/>.</summary>
public sealed record StandInOptions
{
    /// <summary>The directory that every principal and subscription belongs to.</summary>
    public Guid TenantId { get; init; } = new("72f988bf-0000-4000-8000-0000000000aa");

    /// <summary>That directory's domain, which clients may name in place of the id.</summary>
    public string Domain { get; init; } = "contoso.com";

    /// <summary>The first port; the others follow. 0 lets the system choose all of them.</summary>
    public int Port { get; init; }

    /// <summary>How long tokens are valid.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The applications that may sign in.</summary>
    public IReadOnlyList<ServicePrincipal> ServicePrincipals { get; init; } = [ServicePrincipal.Default];

    /// <summary>The identities of the machine that the managed identity endpoints stand on.</summary>
    public IReadOnlyList<ManagedIdentity> ManagedIdentities { get; init; } = [ManagedIdentity.DefaultSystemAssigned];

    /// <summary>The value of IDENTITY_HEADER that App Service and Azure Automation ask for.</summary>
    public string IdentityHeader { get; init; } = "853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a";

    /// <summary>The service's limits.</summary>
    public QueryLimits Limits { get; init; } = new();

    /// <summary>UTC; what now() is in a query. Null means the clock's.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Where new columns of the log's rows go.</summary>
    public LogColumns Columns { get; init; } = LogColumns.Own;

    /// <summary>The database of the Data Explorer cluster.</summary>
    public string Database { get; init; } = "Fleet";

    /// <summary>
    /// The one audience whose tokens the cluster takes, as its metadata tells; null for those of public Azure's
    /// clusters.
    /// </summary>
    public string? ClusterAudience { get; init; }

    /// <summary>Whether the cluster tells of itself before a sign-in; older proxies do not.</summary>
    public bool HasClusterMetadata { get; init; } = true;

    /// <summary>The table there, with the columns of the Azure Monitor one.</summary>
    public string Table { get; init; } = "AzureDiagnostics";
}
