using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace AzureStandIn.ResourceManager;

/// <summary>The resources that there are.</summary>
public sealed class Estate
{
    private readonly ConcurrentDictionary<ArmId, IotHub> _hubs = new();
    private readonly ConcurrentDictionary<ArmId, Workspace> _workspaces = new();
    private readonly ConcurrentDictionary<ArmId, StorageAccount> _accounts = new();

    /// <summary>How long lists are given.</summary>
    public Pages Pages { get; } = new();

    /// <summary>The hubs, by name.</summary>
    public IReadOnlyList<IotHub> Hubs =>
        [.. _hubs.Values.OrderBy(hub => hub.Id.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The workspaces, by name.</summary>
    public IReadOnlyList<Workspace> Workspaces =>
        [.. _workspaces.Values.OrderBy(workspace => workspace.Id.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The versions of the hubs' API that this cloud knows.</summary>
    public IReadOnlyList<string> HubVersions { get; set; } =
    [IotHubJson.NewestVersion, "2023-06-30", "2021-07-02", "2021-07-01"];

    /// <summary>What subscriptions are called; one that is not named here is a stand-in.</summary>
    public IDictionary<string, string> SubscriptionNames { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The hub of that id, which is made if there is none: with a workspace in its group that its connections go to.
    /// </summary>
    public IotHub AddHub(ArmId id) =>
        _hubs.GetOrAdd(
            id,
            _ =>
            {
                var hub = new IotHub(id);
                hub.DiagnosticSettings.Add(
                    new DiagnosticSetting { Name = "to-logs", WorkspaceId = AddWorkspace(id).Id.ToString() }
                );
                return hub;
            }
        );

    /// <summary>Adds a workspace, or takes the place of the one with that id.</summary>
    public void Add(Workspace workspace) => _workspaces[workspace.Id] = workspace;

    /// <summary>Adds a storage account, or takes the place of the one with that id.</summary>
    public void Add(StorageAccount account) => _accounts[account.Id] = account;

    /// <summary>As if it had been deleted.</summary>
    public void Remove(IotHub hub) => _hubs.TryRemove(hub.Id, out _);

    /// <summary>The hub; null where there is none of that id.</summary>
    public IotHub? FindHub(ArmId id) => _hubs.GetValueOrDefault(id);

    /// <summary>The workspace; null where there is none of that id.</summary>
    public Workspace? FindWorkspace(ArmId id) => _workspaces.GetValueOrDefault(id);

    /// <summary>The storage account; null where there is none of that id.</summary>
    public StorageAccount? FindAccount(ArmId id) => _accounts.GetValueOrDefault(id);

    internal bool Has(ArmId id) => Ids.Contains(id);

    internal bool HasSubscription(string subscription) => Ids.Any(id => Same(id.SubscriptionId, subscription));

    internal bool HasGroup(string subscription, string group) =>
        Ids.Any(id => Same(id.SubscriptionId, subscription) && Same(id.ResourceGroup, group));

    internal string NameOf(string subscription) =>
        SubscriptionNames.TryGetValue(subscription, out var name) ? name : "Stand-in";

    internal IEnumerable<string> Subscriptions => Ids.Select(id => id.SubscriptionId.ToLowerInvariant()).Distinct();

    private IEnumerable<ArmId> Ids => _hubs.Keys.Concat(_workspaces.Keys).Concat(_accounts.Keys);

    internal static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private Workspace AddWorkspace(ArmId hub) =>
        _workspaces.GetOrAdd(
            new ArmId(hub.SubscriptionId, hub.ResourceGroup, Workspace.Type, "fleet-logs"),
            id => new Workspace(id, CustomerIdOf(id))
        );

    /// <summary>The same in every run: random faults go by what requests say, and this is in their paths.</summary>
    private static Guid CustomerIdOf(ArmId id) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}")).AsSpan(0, 16));
}
