using System.Management.Automation;
using IoTHubDisconnect.Contracts;
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

    /// <summary>The names of hubs, with wildcards; * means all that the identity sees.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [FormedAs(GivenHubs.NamePattern, Hubs.HubName.Form)]
    [ValidateWildcards]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string[] HubName { get; set; } = [];

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
            ? Named(new GivenHubs(HubName, ResourceGroupName, SubscriptionId))
            : ResourceId.Select(id => Hubs.HubName.Of(id.Trim()));

    private IEnumerable<HubName> Named(GivenHubs given)
    {
        if (given.Only is { } only)
            return [only];
        try
        {
            var resources = Azure.Connection.Resources;
            var found = Azure.Wait(call => given.FindAsync(resources, call));
            foreach (var missing in found.Missing)
                WriteError(missing.ToErrorRecord());
            return found.ResourceIds.Select(Hubs.HubName.Of);
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
            return [];
        }
    }
}
