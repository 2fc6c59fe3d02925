using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet whose source is a log that can be queried: Azure Monitor Logs, by hub or workspace, or Azure Data Explorer.</summary>
public abstract class AzureLogCmdlet : AzureCmdlet
{
    private protected const string ResourceIdSet = "ResourceId";
    private protected const string HubNameSet = "HubName";
    private protected const string WorkspaceSet = "Workspace";
    private protected const string ClusterSet = "Cluster";

    /// <summary>The ARM resource ids of hubs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceIdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Id")]
    public string[] ResourceId { get; set; } = [];

    /// <summary>The name of a hub.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Name")]
    public string? HubName { get; set; }

    /// <summary>The resource group of the hub.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscription of the hub; all that the identity sees are looked through where it is not given.</summary>
    [Parameter(ParameterSetName = HubNameSet, ValueFromPipelineByPropertyName = true)]
    public string? SubscriptionId { get; set; }

    /// <summary>A Log Analytics workspace, by the GUID that the portal shows as Workspace ID.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkspaceSet)]
    public Guid WorkspaceId { get; set; }

    /// <summary>The query endpoint of an Azure Data Explorer cluster.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClusterSet)]
    public Uri? ClusterUri { get; set; }

    /// <summary>The cluster's database.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClusterSet)]
    [ValidateNotNullOrEmpty]
    public string? Database { get; set; }

    /// <summary>The database's table, with the columns of AzureDiagnostics.</summary>
    [Parameter(ParameterSetName = ClusterSet)]
    [ValidateNotNullOrEmpty]
    public string Table { get; set; } = "AzureDiagnostics";

    /// <summary>Devices to report, with wildcards; case matters, as it does to the hub.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateWildcards]
    [SupportsWildcards]
    public string[]? DeviceId { get; set; }

    /// <summary>Error codes to report; a disconnect with any of them counts.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public int[]? ErrorCode { get; set; }

    /// <summary>The begin of the period to report; a time without an offset is local.</summary>
    [Parameter]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The end of the period to report; a time without an offset is local.</summary>
    [Parameter]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The length of the period to report, up to -EndTime or else to the newest row.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(PeriodCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>Checks what no single parameter can.</summary>
    protected override void BeginProcessing()
    {
        if (Last is not null && StartTime is not null) ThrowTerminatingError(Errors.TwoStarts());
        if (StartTime is { } start && EndTime is { } end && end <= start) ThrowTerminatingError(Errors.EmptyPeriod(start, end));
    }
}
