using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Events;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Sources;

/// <summary>Logs that can be queried: Azure Monitor Logs, by hub or workspace, or Azure Data Explorer.</summary>
internal sealed class QuerySource(IAzureConnection azure, LogRequest request) : ILogSource
{
    public IReadOnlyList<LogTarget> Targets => request.Targets;

    public TimePeriod? Period => request.Period;

    public IReadOnlyCollection<string> Hubs { get; } =
    [.. request.Targets.OfType<ResourceTarget>().Select(t => t.ResourceId)];

    public Task<ReadRows?> ReadAsync(SourceReading reading) =>
        QueriedLog.ReadAsync(
            azure,
            request,
            reading.Call,
            reading.Fail,
            progress => reading.Progress(SourceProgress.Of(progress))
        );

    public async Task<string?> WhyNoRowsAsync(AzureCall call) =>
        await NoRows.DescribeAsync(azure, request, call).ConfigureAwait(false);

    public Task<string?> WhatIsGoneAsync(DateTimeOffset firstRow, AzureCall call) =>
        NoRows.BeforeAsync(azure, request, firstRow, call);
}
