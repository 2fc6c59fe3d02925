using System.Management.Automation;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Commands;

public abstract partial class FleetLogCmdlet
{
    internal const string PathSet = "Path";
    internal const string LiteralPathSet = "LiteralPath";

    // The default set has no -HubName: a hub's name alone would mean that set and prompt
    // for the path, rather than mean Azure.
    internal const string HubOfPathSet = "HubOfPath";
    internal const string StorageSet = "Storage";
    internal const string ResourceIdSet = "ResourceId";
    internal const string HubNameSet = "HubName";
    internal const string WorkspaceSet = "Workspace";
    internal const string ClusterSet = "Cluster";

    /// <summary>Files and folders of exported logs; wildcards are resolved.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = PathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = HubOfPathSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [LogPath]
    public virtual string[] Path { get; set; } = [];

    /// <summary>Files and folders of exported logs, taken as they are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP", "FullName")]
    public virtual string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// The names of hubs, with wildcards, whose logs or whose blobs are read; in log files the hubs to report.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [Parameter(Mandatory = true, ParameterSetName = HubOfPathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = StorageSet)]
    [FormedAs(@"[\w*?\[\]-]+", Hubs.HubName.Form)]
    [ValidateWildcards]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public virtual string[]? HubName { get; set; }

    /// <summary>
    /// Whether the day or the month comes first in the dates of files, such as 07/08/2026;
    /// found in each file where not given.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = HubOfPathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [SingleValue<LogDateOrder>]
    public virtual LogDateOrder? DateOrder { get; set; }

    /// <summary>
    /// The container insights-logs-connections of a storage account, or a folder in it; a shared
    /// access signature may be in its query.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = StorageSet)]
    [ValidateNotNull]
    [FreeText]
    public virtual Uri? StorageContainerUri { get; set; }

    /// <summary>
    /// The ARM resource ids of hubs, whose logs or whose blobs are read, or of Log Analytics workspaces.
    /// </summary>
    // What Get-AzOperationalInsightsWorkspace gives has both of a workspace's ids.
    [Parameter(Mandatory = true, ParameterSetName = ResourceIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = WorkspaceSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = StorageSet)]
    [HubResourceId(OrWorkspace = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public virtual string[] ResourceId { get; set; } = [];

    /// <summary>
    /// The resource group of the hub; all that the identity sees are looked through where it is not given.
    /// </summary>
    [Parameter(ParameterSetName = HubNameSet)]
    [FormedAs(@"[\w().-]+", "name of a resource group")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>
    /// The subscriptions of the hubs, by id or name; all that the identity sees are looked through where none is given.
    /// </summary>
    [Parameter(ParameterSetName = HubNameSet)]
    [ValidateNotNullOrEmpty]
    [Alias("Subscription")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string[]? SubscriptionId { get; set; }

    /// <summary>A Log Analytics workspace, by the GUID that the portal shows as Workspace ID.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkspaceSet, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public Guid WorkspaceId { get; set; }

    /// <summary>The query endpoint of an Azure Data Explorer cluster.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClusterSet)]
    [FreeText]
    public Uri? ClusterUri { get; set; }

    /// <summary>The cluster's database.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClusterSet)]
    [ValidateNotNullOrEmpty]
    [FreeText]
    public string? Database { get; set; }

    /// <summary>The database's table, with the columns of AzureDiagnostics.</summary>
    [Parameter(ParameterSetName = ClusterSet)]
    [ValidateNotNullOrEmpty]
    [FreeText]
    public string Table { get; set; } = ConnectionQuery.DefaultTable;

    /// <summary>Devices to report, with wildcards; case matters, as it does to the hub.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateWildcards]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DevicePatternCompleter))]
    public string[]? DeviceId { get; set; }

    /// <summary>Error codes to report, by number or by name; a disconnect with any of them counts.</summary>
    [Parameter]
    [ErrorCode]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public int[]? ErrorCode { get; set; }

    /// <summary>The begin of the period to report; a time without an offset is local.</summary>
    [Parameter]
    [Moment]
    [FreeText]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The end of the period to report; a time without an offset is local.</summary>
    [Parameter]
    [Moment]
    [FreeText]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>
    /// The length of the period to report, up to -EndTime or else to the newest row of files, and to now in Azure.
    /// </summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(PeriodCompleter))]
    public TimeSpan? Last { get; set; }
}
