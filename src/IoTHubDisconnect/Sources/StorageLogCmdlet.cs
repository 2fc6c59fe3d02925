using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Commands;

/// <summary>A cmdlet whose source is a container that a diagnostic setting files logs in.</summary>
public abstract class StorageLogCmdlet : AzureLogCmdlet
{
    private protected const string StorageSet = "Storage";

    // Blobs come over the network: more of them at once than there are processors keep all busy.
    private const int BlobsAtOnce = 8;

    /// <summary>The container insights-logs-connections of a storage account, or a folder in it; a shared access signature may be in its query.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StorageSet)]
    [ValidateNotNull]
    [FreeText]
    public Uri? StorageContainerUri { get; set; }

    /// <summary>The ARM resource ids of hubs, whose logs or whose blobs are read.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = StorageSet)]
    [HubResourceId]
    [Alias("Id")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public override string[] ResourceId { get; set; } = [];

    /// <summary>The name of a hub, whose logs or whose blobs are read.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubNameSet)]
    [Parameter(ParameterSetName = StorageSet)]
    [FormedAs(Hubs.HubName.Pattern, Hubs.HubName.Form)]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public override string? HubName { get; set; }

    /// <summary>Reads the hours in which the rows of a period arrived; null where there are none.</summary>
    private protected DisconnectLog? ReadStorage(Action<LogProblem> report)
    {
        if (WildcardPattern.ContainsWildcardCharacters(HubName))
            ThrowTerminatingError(Errors.HubPattern(HubName!));
        var period = TakePeriod();
        try
        {
            var container =
                DependencyContext.CreateAzureConnector().OpenShared(StorageContainerUri!)
                ?? Azure.OpenContainer(StorageContainerUri!);
            var query = BlobLogQuery.ForPeriod(period.Start, period.End) with
            {
                ResourceIds = ResourceId,
                HubName = HubName,
            };
            var found = Wait(call => container.FindAsync(query, call));
            if (found.Sources.Count == 0)
            {
                WriteWarning(DescribeNothing(container.Name, query, found));
                return null;
            }
            var progress = new ReadProgress(this);
            var log = Wait(call =>
                Task.FromResult(
                    DisconnectLog.Read(
                        found.Sources,
                        BlobsAtOnce,
                        problem => OnPipeline(() => Tell(problem, report)),
                        state => OnPipeline(() => progress.Show(state)),
                        call.Cancellation
                    )
                )
            );
            progress.Complete();
            WriteVerbose(log.Describe());
            if (log.RowCount == 0)
                WriteWarning(
                    $"{container.Name}: no row in {found.Sources.Count} blob(s) tells of a connect or a disconnect."
                );
            return log;
        }
        catch (AzureException exception)
        {
            ThrowTerminatingError(exception.ToErrorRecord());
            return null;
        }
    }

    /// <summary>One blob's trouble leaves the others to be read; a permission that is missing is missing for all.</summary>
    private static void Tell(LogProblem problem, Action<LogProblem> report)
    {
        if (
            problem.Exception is AzureException
            {
                Kind: not (
                    AzureErrorKind.BlobChanged
                    or AzureErrorKind.Unreachable
                    or AzureErrorKind.ServiceError
                    or AzureErrorKind.Throttled
                )
            } failure
        )
            throw failure;
        report(problem);
    }

    private static string DescribeNothing(string container, BlobLogQuery query, FoundBlobs found)
    {
        var asked = string.Create(
            CultureInfo.InvariantCulture,
            $"{container} holds no logs of {query.Start:yyyy-MM-dd HH:mm} to {query.End:yyyy-MM-dd HH:mm} UTC"
        );
        return found.FirstHour is { } first && found.LastHour is { } last
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{asked}. What is there begins at {first:yyyy-MM-dd HH:mm} and ends at {last.AddHours(1):yyyy-MM-dd HH:mm} UTC: give -StartTime and -EndTime, or -Last."
            )
            : $"{asked}, nor of any other hour{(query.HubName is null && query.ResourceIds.Count == 0 ? "" : " of that hub")}. Does the hub's diagnostic setting send Connections there, and is this the container insights-logs-connections or a folder in it?";
    }
}
