using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.LoggingChecks;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Sources;

/// <summary>
/// Tells why a query may have found no rows: what keeps them from coming, or that there truly were none.
/// </summary>
internal static class NoRows
{
    public static async Task<string> DescribeAsync(IAzureConnection azure, LogRequest request, AzureCall call)
    {
        var none =
            $"{string.Join(", ", request.Targets.Select(t => t.Label))}: no row of the category Connections "
            + $"from {request.Read}.";
        return request.Targets is [ResourceTarget hub]
            ? $"{none} {await LoggingPrerequisites.WhyNoRowsAsync(azure, hub.ResourceId, call).ConfigureAwait(false)}"
            : $"{none} Test-DisconnectLogging tells whether a hub's diagnostic setting sends them there, "
                + "since when, and who may read them.";
    }
}
