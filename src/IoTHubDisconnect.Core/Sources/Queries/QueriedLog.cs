using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Reads logs from a log engine.</summary>
internal static class QueriedLog
{
    /// <param name="azure">Who is asked.</param>
    /// <param name="request">For what.</param>
    /// <param name="call">Takes word of it.</param>
    /// <param name="fail">Takes what keeps one of several targets from being read, on any thread.</param>
    /// <param name="progress">Takes word of how far reading came, on any thread.</param>
    /// <returns>Null where no target could be read.</returns>
    public static async Task<ReadRows?> ReadAsync(
        IAzureConnection azure,
        LogRequest request,
        AzureCall call,
        Action<AzureException> fail,
        Action<QueryProgress> progress
    )
    {
        var store = new EventStore();
        try
        {
            var download = new LogDownload(azure, store, call, progress);
            var plan = await PlanAsync(download, request, call, fail).ConfigureAwait(false);
            if (plan.Count == 0)
            {
                store.Dispose();
                return null;
            }
            await download
                .ReadAsync([.. plan.SelectMany(p => p.Slices.Select(slice => (p.Query, slice)))])
                .ConfigureAwait(false);
            if (download.Tally.BrokenRows > 0)
                call.Warning(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{download.Tally.BrokenRows:N0} rows could not be read and were passed over; the first "
                            + $"because {download.Tally.Problems.First[0].Detail}."
                    )
                );
            return new ReadRows(store, download.Era, string.Join(", ", plan.Select(p => p.Query.Target.Label)));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static async Task<List<QueryPlan>> PlanAsync(
        LogDownload download,
        LogRequest request,
        AzureCall call,
        Action<AzureException> fail
    )
    {
        var plan = await PlanAsync(
                download,
                [.. request.Targets.Select(t => new ConnectionQuery(t, request.Table))],
                request,
                call,
                fail
            )
            .ConfigureAwait(false);
        var rows = plan.Sum(p => p.Rows);
        // Where no place has any, the source says why.
        if (rows > 0 && plan.Exists(p => p.Rows == 0))
            call.Warning(
                $"{request.DescribeNone(plan.Where(p => p.Rows == 0).Select(p => p.Query.Target))} {LogRequest.WhyNone}"
            );
        if (request.Devices is null || rows <= request.MostRowsOfNeighbours)
            return plan;
        var oneIn = (int)Math.Min(rows / request.MostRowsOfNeighbours + 1, int.MaxValue);
        var share = await PlanOfAsync(new NeighbourShare(oneIn, AtAddresses: true)).ConfigureAwait(false);
        if (share.Sum(p => p.Rows) > 2 * request.MostRowsOfNeighbours)
            share = await PlanOfAsync(new NeighbourShare(oneIn, AtAddresses: false)).ConfigureAwait(false);
        var atAddresses = share.Exists(p => p.Query.Neighbours is { AtAddresses: true })
            ? "those behind their addresses and "
            : "";
        call.Warning(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The hub has {rows:N0} rows in this time. Beside the devices asked for, {atAddresses}one in "
                    + $"{oneIn:N0} of the others is read as evidence, "
                    + $"and numbers of devices are of these. A shorter period brings all of them."
            )
        );
        return share;

        Task<List<QueryPlan>> PlanOfAsync(NeighbourShare neighbours) =>
            PlanAsync(
                download,
                [.. plan.Select(p => p.Query with { Devices = request.Devices, Neighbours = neighbours })],
                request,
                call,
                fail
            );
    }

    private static async Task<List<QueryPlan>> PlanAsync(
        LogDownload download,
        IReadOnlyList<ConnectionQuery> queries,
        LogRequest request,
        AzureCall call,
        Action<AzureException> fail
    )
    {
        var plans = new QueryPlan?[queries.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = LogDownload.MostQueries,
            CancellationToken = call.Cancellation,
        };
        await Parallel
            .ForAsync(
                0,
                queries.Count,
                options,
                async (i, _) =>
                {
                    try
                    {
                        plans[i] = await PlanAsync(download, queries[i], request, call).ConfigureAwait(false);
                    }
                    catch (AzureException exception) when (IsOfTarget(exception.Kind))
                    {
                        fail(exception);
                    }
                }
            )
            .ConfigureAwait(false);
        return [.. plans.OfType<QueryPlan>()];
    }

    private static async Task<QueryPlan> PlanAsync(
        LogDownload download,
        ConnectionQuery query,
        LogRequest request,
        AzureCall call
    )
    {
        call.Verbose(
            $"Asking {query.Target} for the rows of the category Connections from {request.Read}: the period "
                + $"{request.Period}, and what lies around it as evidence."
        );
        var plan = new QueryPlan(query, await download.PlanAsync(query, request.Read).ConfigureAwait(false));
        call.Verbose(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{query.Target.Label}: {plan.Rows:N0} rows, to be read in {plan.Slices.Count:N0} slice(s)."
            )
        );
        return plan;
    }

    /// <summary>Whether other targets may well be read.</summary>
    private static bool IsOfTarget(AzureErrorKind kind) =>
        kind
            is AzureErrorKind.AccessDenied
                or AzureErrorKind.PrivateNetworkOnly
                or AzureErrorKind.ResourceNotFound
                or AzureErrorKind.WorkspaceNotFound
                or AzureErrorKind.TableNotFound
                or AzureErrorKind.WrongTenant;
}
