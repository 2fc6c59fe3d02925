using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Commands;

/// <summary>Prints the query for the rows that reading from Azure goes by. Azure is not asked for anything.</summary>
[Cmdlet(VerbsCommon.Get, "DisconnectQuery", DefaultParameterSetName = PortalSet)]
[OutputType(typeof(string))]
public sealed class GetDisconnectQueryCommand : FleetLogCmdlet
{
    private const string PortalSet = "Portal";

    /// <summary>
    /// Print the query as it is asked, which gives the rows packed, rather than one that gives them one by one.
    /// </summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>What to sum up by: the query is the same.</summary>
    [Parameter]
    [SingleValue<DisconnectGrouping>]
    public DisconnectGrouping By { get; set; }

    /// <summary>The ARM resource ids of hubs, or of Log Analytics workspaces.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = WorkspaceSet, ValueFromPipelineByPropertyName = true)]
    [HubResourceId(OrWorkspace = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public override string[] ResourceId { get; set; } = [];

    /// <summary>The names of hubs, with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [FormedAs(GivenHubs.NamePattern, Hubs.HubName.Form)]
    [ValidateWildcards]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public override string[]? HubName { get; set; }

    // What follows is no parameter here: files and blobs are not queried.

    /// <summary>None.</summary>
    public override string[] Path { get; set; } = [];

    /// <summary>None.</summary>
    public override string[] LiteralPath { get; set; } = [];

    /// <summary>None.</summary>
    public override LogDateOrder? DateOrder { get; set; }

    /// <summary>None.</summary>
    public override Uri? StorageContainerUri { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        string[] ignored =
        [
            .. new[] { nameof(ErrorCode), nameof(By) }
                .Where(MyInvocation.BoundParameters.ContainsKey)
                .Select(n => $"-{n}"),
        ];
        if (ignored.Length > 0)
            WriteWarning(
                $"The query is the same without {string.Join(" and ", ignored)}: disconnects are chosen and "
                    + "summed up when its rows are here."
            );
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var devices = DeviceId is null ? null : DeviceSelection.Of(DeviceId);
        if (DeviceId is not null && devices is null)
            WriteWarning(
                "The log engine cannot choose by these wildcards: the query is for all devices, and the choice "
                    + "is made when its rows are here."
            );
        var request = new LogRequest([new WorkspaceTarget(WorkspaceId)], Table, AskedPeriod(), devices);
        WriteObject(Summary ? QueryText.OfPackedRows(request, Place) : QueryText.OfRows(request, Place));
    }

    /// <summary>Azure is not asked.</summary>
    private protected override void Finish() { }

    private string Place =>
        ParameterSetName switch
        {
            ResourceIdSet => $"the Logs page of {string.Join(", ", ResourceId)}",
            HubNameSet => $"the Logs page of the hub {string.Join(", ", HubName!)}",
            WorkspaceSet => $"the Logs page of the workspace {WorkspaceId}",
            ClusterSet => $"the database {Database} of {ClusterUri}",
            _ => "the Logs page of a hub, or of the workspace that it sends its logs to",
        };
}
