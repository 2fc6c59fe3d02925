using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.LoggingChecks;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Sources;

/// <summary>
/// Tells why a query may have found no rows: what keeps them from coming, or that there truly were none.
/// </summary>
internal static class NoRows
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    public static async Task<string> DescribeAsync(IAzureConnection azure, LogRequest request, AzureCall call)
    {
        var none = request.DescribeNone(request.Targets);
        if (request.Targets is not [ResourceTarget hub])
            return $"{none} {LogRequest.WhyNone}";
        var why = await LoggingPrerequisites
            .WhyNoRowsAsync(azure, hub.ResourceId, request.Period, call)
            .ConfigureAwait(false);
        return $"{none} {why}";
    }

    /// <summary>What is gone of a time whose first row is late; null where nothing is, as far as is known.</summary>
    public static async Task<string?> BeforeAsync(
        IAzureConnection azure,
        LogRequest request,
        DateTimeOffset firstRow,
        AzureCall call
    ) =>
        request.Targets is [ResourceTarget hub]
        && firstRow - request.Period.Start > Late
        && await Retention.BeforeAsync(azure.Resources, hub.ResourceId, request.Period, call).ConfigureAwait(false)
            is { } kept
        && firstRow >= kept.Begin
            ? $"{hub.Label}: {kept}"
            : null;
}
