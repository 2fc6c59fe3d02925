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
            AddHub();
        else if (IsOfFiles && given.ParameterSetName == FleetLogCmdlet.LiteralPathSet)
            _paths.Add(given.LiteralPath, areLiteral: true);
        else if (IsOfFiles)
            _paths.Add(given.Path, areLiteral: false);
        else if (given.ParameterSetName == FleetLogCmdlet.ResourceIdSet)
            AddHubs(given.ResourceId);
        else if (given.ParameterSetName == FleetLogCmdlet.WorkspaceSet)
            _targets.Add(new WorkspaceTarget(given.WorkspaceId));
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
        if (WildcardPattern.ContainsWildcardCharacters(given.HubName))
            given.ThrowTerminatingError(Errors.HubPattern(given.HubName!));
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
        return new ContainerSource(container, asked) { Hubs = given.ResourceId, HubName = given.HubName };
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

    private void AddHub()
    {
        var name = new HubName(given.SubscriptionId?.ToString(), given.ResourceGroupName, given.HubName);
        if (WildcardPattern.ContainsWildcardCharacters(given.HubName))
        {
            given.WriteError(Errors.HubPattern(given.HubName!));
            return;
        }
        try
        {
            var resources = azure.Connection.Resources;
            AddHubs([azure.Wait(call => HubLookup.FindAsync(resources, name, call))]);
        }
        catch (AzureException exception)
        {
            given.WriteError(exception.ToErrorRecord());
        }
    }
}
