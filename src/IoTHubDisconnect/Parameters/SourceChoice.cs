using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Sources;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Commands;

/// <summary>Makes a source of what the parameters of a call say, which may come record by record.</summary>
internal sealed class SourceChoice(FleetLogCmdlet given, AzureWork azure)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LogTargets _targets = new();
    private readonly LogPaths _paths = new(given);

    /// <summary>Whether it is exported files.</summary>
    public bool IsOfFiles =>
        given.ParameterSetName switch
        {
            FleetLogCmdlet.PathSet or FleetLogCmdlet.LiteralPathSet => true,
            FleetLogCmdlet.HubOfPathSet => !given.IsHubByName,
            _ => false,
        };

    /// <summary>Tells of the hubs of the source that was chosen; null where nobody signed in.</summary>
    public HubEvidence? Evidence { get; private set; }

    /// <summary>Whether a file or folder was named, rather than found in a folder.</summary>
    public bool Names(string path) => _paths.All.Contains(path);

    /// <summary>Takes up what one record says.</summary>
    public void Collect()
    {
        if (given.IsHubByName)
            AddHubsByName();
        else if (IsOfFiles && given.ParameterSetName == FleetLogCmdlet.LiteralPathSet)
            _paths.Add(given.LiteralPath, areLiteral: true);
        else if (IsOfFiles)
            _paths.Add(given.Path, areLiteral: false);
        else if (given.ParameterSetName == FleetLogCmdlet.ResourceIdSet)
            AddIds(given.ResourceId);
        else if (given.ParameterSetName == FleetLogCmdlet.WorkspaceSet)
            AddWorkspace();
        else if (given.ParameterSetName == FleetLogCmdlet.ClusterSet)
            _targets.Add(new ClusterTarget(given.ClusterUri!, given.Database!));
    }

    public void AddHubs(IEnumerable<string> resourceIds) => _targets.AddHubs(resourceIds);

    /// <summary>The source; null where nothing is there of what was named.</summary>
    /// <param name="period">What to read of a log that goes on; null for what the parameters say.</param>
    public ILogSource? Choose(TimePeriod? period)
    {
        if (IsOfFiles)
        {
            Evidence = OfSession();
            return new FileSource(_paths.All, given.DateOrder);
        }
        if (given.ParameterSetName == FleetLogCmdlet.StorageSet)
            return Container(period);
        return _targets.All.Count == 0 ? null : Query(period);
    }

    private ContainerSource Container(TimePeriod? period)
    {
        var asked = period ?? given.AskedPeriod();
        var container = DependencyContext.CreateAzureConnector().OpenShared(given.StorageContainerUri!);
        if (container is null)
        {
            var connection = azure.Connection;
            Evidence = new HubEvidence(connection.Resources);
            container = connection.OpenContainer(given.StorageContainerUri!);
        }
        else
            Evidence = OfSession();
        return new ContainerSource(container, asked)
        {
            Hubs = given.ResourceId,
            IsHubWanted = given.HubName is null ? null : GivenHubs.Matching(given.HubName),
        };
    }

    private QuerySource Query(TimePeriod? period)
    {
        var devices = given.DeviceId is null ? null : DeviceSelection.Of(given.DeviceId);
        var request = new LogRequest(_targets.All, given.Table, period ?? given.AskedPeriod(), devices);
        var connection = azure.Connection;
        Evidence = new HubEvidence(connection.Resources);
        return new QuerySource(connection, request);
    }

    /// <summary>Rows that take no sign-in are not worth one, nor a long wait.</summary>
    private HubEvidence? OfSession() =>
        azure.Identities.FindAsked() is { } connection
            ? new HubEvidence(connection.Resources) { Patience = Patience }
            : null;

    private void AddWorkspace()
    {
        if (given.ResourceId.FirstOrDefault(id => HubResourceId.TryParse(id, out _)) is { } hub)
            given.ThrowTerminatingError(Errors.TwoPlaces(hub));
        _targets.Add(new WorkspaceTarget(given.WorkspaceId));
    }

    /// <summary>Hubs by their ids, and workspaces by theirs, for which Azure knows the one that queries take.</summary>
    private void AddIds(IReadOnlyCollection<string> ids)
    {
        AddHubs(ids);
        foreach (var given in ids)
        {
            if (WorkspaceResourceId.TryParse(given, out var id))
                Ask(
                    async (resources, call) =>
                    {
                        var workspace = await resources.GetWorkspaceAsync(id, call).ConfigureAwait(false);
                        _targets.Add(new WorkspaceTarget(workspace.CustomerId));
                    }
                );
        }
    }

    private void AddHubsByName()
    {
        var hubs = new GivenHubs(given.HubName!, given.ResourceGroupName, given.SubscriptionId);
        Ask(
            async (resources, call) =>
            {
                if (hubs.Only is { } only)
                {
                    AddHubs([await HubLookup.FindAsync(resources, only, call).ConfigureAwait(false)]);
                    return;
                }
                var found = await hubs.FindAsync(resources, call).ConfigureAwait(false);
                AddHubs(found.ResourceIds);
                foreach (var missing in found.Missing)
                    azure.OnPipeline(() => given.WriteError(missing.ToErrorRecord()));
            }
        );
    }

    private void Ask(Func<IHubResources, AzureCall, Task> ask)
    {
        try
        {
            var resources = azure.Connection.Resources;
            azure.Wait(async call =>
            {
                await ask(resources, call).ConfigureAwait(false);
                return true;
            });
        }
        catch (AzureException exception)
        {
            given.WriteError(exception.ToErrorRecord());
        }
    }
}
