using System.Management.Automation;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet about hubs: given by id or name, or as objects of the Az modules, which have an id.</summary>
public abstract class HubCmdlet : CancellableCmdlet
{
    private protected const string ResourceIdSet = "ResourceId";
    private protected const string HubNameSet = "HubName";

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    private protected HubCmdlet() => Azure = new AzureWork(this);

    private protected AzureWork Azure { get; }

    /// <summary>The ARM resource ids of hubs.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = ResourceIdSet,
        ValueFromPipelineByPropertyName = true
    )]
    [HubResourceId]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    [Alias("Id")]
    public string[] ResourceId { get; set; } = [];

    /// <summary>The name of a hub.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [FormedAs(Hubs.HubName.Pattern, Hubs.HubName.Form)]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string? HubName { get; set; }

    /// <summary>
    /// The resource group of the hub; all that the identity sees are looked through where it is not given.
    /// </summary>
    [Parameter(ParameterSetName = HubNameSet)]
    [FormedAs(@"[\w().-]+", "name of a resource group")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>
    /// The subscription of the hub; all that the identity sees are looked through where it is not given.
    /// </summary>
    [Parameter(ParameterSetName = HubNameSet)]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public Guid? SubscriptionId { get; set; }

    /// <summary>Takes each hub once, however many objects of one come down the pipeline.</summary>
    protected override void ProcessRecord()
    {
        foreach (var hub in Given())
        {
            if (_seen.Add(hub.ResourceId ?? hub.ToString()))
                ProcessHub(hub);
        }
    }

    private protected abstract void ProcessHub(HubName hub);

    private IEnumerable<HubName> Given() =>
        ParameterSetName == HubNameSet
            ? [new HubName(SubscriptionId?.ToString(), ResourceGroupName, HubName)]
            : ResourceId.Select(id => Hubs.HubName.Of(id.Trim()));
}
