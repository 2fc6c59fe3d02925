using System.Management.Automation;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.LoggingChecks;
using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet whose source is a log that can be queried: Azure Monitor Logs, by hub or workspace, or Azure Data Explorer.</summary>
public abstract class AzureLogCmdlet : AzureCmdlet
{
    private protected const string ResourceIdSet = "ResourceId";
    private protected const string HubNameSet = "HubName";
    private protected const string WorkspaceSet = "Workspace";
    private protected const string ClusterSet = "Cluster";

    private static readonly TimeSpan UsualPeriod = TimeSpan.FromHours(24);

    private readonly LogTargets _targets = new();
    private TimePeriod? _period;

    /// <summary>The ARM resource ids of hubs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceIdSet, ValueFromPipelineByPropertyName = true)]
    [HubResourceId]
    [Alias("Id")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public virtual string[] ResourceId { get; set; } = [];

    /// <summary>The name of a hub.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [FormedAs(Hubs.HubName.Pattern, Hubs.HubName.Form)]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public virtual string? HubName { get; set; }

    /// <summary>The resource group of the hub; all that the identity sees are looked through where it is not given.</summary>
    [Parameter(ParameterSetName = HubNameSet)]
    [FormedAs(@"[\w().-]+", "name of a resource group")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscription of the hub; all that the identity sees are looked through where it is not given.</summary>
    [Parameter(ParameterSetName = HubNameSet)]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public Guid? SubscriptionId { get; set; }

    /// <summary>A Log Analytics workspace, by the GUID that the portal shows as Workspace ID.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkspaceSet)]
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
    [FreeText]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The end of the period to report; a time without an offset is local.</summary>
    [Parameter]
    [FreeText]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The length of the period to report, up to -EndTime or else to the newest row of files, and to now in Azure.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(PeriodCompleter))]
    public TimeSpan? Last { get; set; }

    /// <summary>Checks what no single parameter can.</summary>
    protected override void BeginProcessing()
    {
        if (Last is not null && StartTime is not null)
            ThrowTerminatingError(Errors.TwoStarts());
        if (StartTime is { } start && EndTime is { } end && end <= start)
            ThrowTerminatingError(Errors.EmptyPeriod(start, end));
    }

    private protected virtual bool IsAzure =>
        ParameterSetName is ResourceIdSet or WorkspaceSet or ClusterSet || IsHubByName;

    /// <summary>Whether the source is the hub that is given by its name.</summary>
    private protected virtual bool IsHubByName => ParameterSetName == HubNameSet;

    /// <summary>The hubs to report, with wildcards; null for all.</summary>
    private protected virtual string? HubPattern => null;

    private protected DisconnectFilter Filter =>
        new()
        {
            IsWanted = DeviceId is null && HubPattern is null ? null : Match(HubPattern ?? "*", DeviceId ?? ["*"]),
            ErrorCodes = ErrorCode,
            Start = _period?.Start ?? StartTime,
            End = _period?.End ?? EndTime,
            Last = _period is null ? Last : null,
        };

    /// <summary>Collects where to read; reading begins when all is known.</summary>
    private protected void CollectTargets()
    {
        if (ParameterSetName == ResourceIdSet)
            AddHubs(ResourceId);
        else if (IsHubByName)
            AddHub(new HubName($"{SubscriptionId}" is { Length: > 0 } id ? id : null, ResourceGroupName, HubName));
        else if (ParameterSetName == WorkspaceSet)
            _targets.Add(new WorkspaceTarget(WorkspaceId));
        else if (ParameterSetName == ClusterSet)
            _targets.Add(new ClusterTarget(ClusterUri!, Database!));
    }

    private protected void AddHubs(IEnumerable<string> resourceIds) => _targets.AddHubs(resourceIds);

    private void AddHub(HubName name)
    {
        if (WildcardPattern.ContainsWildcardCharacters(HubName))
        {
            WriteError(Errors.HubPattern(HubName!));
            return;
        }
        try
        {
            var resources = Azure.Resources;
            AddHubs([Wait(call => HubLookup.FindAsync(resources, name, call))]);
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
        }
    }

    /// <summary>Reads the log and says what came of it; null where there was nothing to read.</summary>
    private protected DisconnectLog? ReadQueriedLog()
    {
        if (_targets.All.Count == 0)
            return null;
        var period = TakePeriod();
        var devices = DeviceId is null ? null : DeviceSelection.Of(DeviceId);
        var request = new LogRequest(_targets.All, Table, period, devices);
        var progress = new QueryProgressBar(this);
        try
        {
            var azure = Azure;
            var log = Wait(call =>
                EvidencedLog.ReadAsync(
                    azure,
                    request,
                    call,
                    e => OnPipeline(() => WriteError(e.ToErrorRecord())),
                    p => OnPipeline(() => progress.Show(p))
                )
            );
            if (log is null)
                return null;
            AzureSession.Current?.Remember(_targets.All);
            WriteVerbose(log.Describe());
            if (log.RowCount == 0)
                WriteWarning(Wait(call => NoRows.DescribeAsync(azure, request, call)));
            return log;
        }
        catch (AzureException exception)
        {
            ThrowTerminatingError(exception.ToErrorRecord());
            throw;
        }
        finally
        {
            progress.Complete();
        }
    }

    /// <summary>The period that is reported from now on.</summary>
    private protected TimePeriod TakePeriod()
    {
        var end = EndTime ?? DateTimeOffset.UtcNow;
        if (StartTime is null && Last is null)
            WriteVerbose(
                $"No period was given: the {UsualPeriod.TotalHours:0} hours up to {end.UtcDateTime:u} are reported."
            );
        var period = StartTime is { } start ? new TimePeriod(start, end) : TimePeriod.UpTo(end, Last ?? UsualPeriod);
        if (period.Length <= TimeSpan.Zero)
            ThrowTerminatingError(Errors.EmptyPeriod(period.Start, EndTime));
        _period = period;
        return period;
    }

    /// <summary>Case matters in the names of devices, and not in those of hubs.</summary>
    private static Func<string, string, bool> Match(string hub, string[] devices)
    {
        var hubs = new WildcardPattern(hub, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        WildcardPattern[] patterns = [.. devices.Select(d => new WildcardPattern(d, WildcardOptions.None))];
        return (hubName, device) => hubs.IsMatch(hubName) && Array.Exists(patterns, p => p.IsMatch(device));
    }
}
