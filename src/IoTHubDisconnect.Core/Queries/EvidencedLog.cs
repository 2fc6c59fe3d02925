using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Queries;

/// <summary>Reads logs from a log engine, and what Azure says of their hubs at the same time.</summary>
internal static class EvidencedLog
{
    /// <param name="azure">Who is asked.</param>
    /// <param name="request">For what.</param>
    /// <param name="call">Takes word of it.</param>
    /// <param name="fail">Takes what keeps one of several targets from being read, on any thread.</param>
    /// <param name="progress">Takes word of how far reading came, on any thread.</param>
    /// <returns>Null where no target could be read.</returns>
    public static async Task<DisconnectLog?> ReadAsync(
        IAzureConnection azure,
        LogRequest request,
        AzureCall call,
        Action<AzureException> fail,
        Action<QueryProgress> progress
    )
    {
        string[] named = [.. request.Targets.OfType<ResourceTarget>().Select(t => t.ResourceId)];
        var conditions = HubConditionReader.ReadAsync(azure.Resources, named, request.Period, isNamed: true, call);
        var log = await QueriedLog.ReadAsync(azure, request, call, fail, progress).ConfigureAwait(false);
        if (log is null)
            return null;
        try
        {
            string[] met = [.. log.ResourceIds.Except(named, StringComparer.OrdinalIgnoreCase)];
            log.Add(await conditions.ConfigureAwait(false));
            log.Add(
                await HubConditionReader
                    .ReadAsync(azure.Resources, met, request.Period, isNamed: false, call)
                    .ConfigureAwait(false)
            );
            return log;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }
}
