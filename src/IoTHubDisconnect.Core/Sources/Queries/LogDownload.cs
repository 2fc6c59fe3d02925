using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Events;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// Brings the rows of queries into a store, slice by slice and several at once. A slice's rows count when its answer
/// was whole: what is asked again neither loses nor doubles any.
/// </summary>
internal sealed class LogDownload(
    IAzureConnection azure,
    EventStore store,
    AzureCall call,
    Action<QueryProgress> progress
)
{
    /// <summary>
    /// What the service lets one identity have under way:
    /// https://learn.microsoft.com/azure/azure-monitor/service-limits#user-query-throttling.
    /// </summary>
    public const int MostQueries = 5;

    /// <summary>A query that is too slow for a sixty-fourth of its time is slow for another reason.</summary>
    private const int MostTimeouts = 6;

    private readonly SemaphoreSlim _gate = new(MostQueries);
    private readonly ConcurrentBag<EventRecorder> _idle = [];
    private readonly List<EventRecorder> _recorders = [];
    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);
    private readonly RangeTally _tally = new();
    private SliceLimits _limits = new(0);
    private int _slices,
        _done;

    /// <summary>What the rows were like.</summary>
    public RangeTally Tally => _tally;

    /// <summary>The time of the rows.</summary>
    public RowEra Era => RowDays.EraOf(_recorders.Select(r => r.Days));

    /// <summary>Measures a query's log and says in which slices to ask for it.</summary>
    public Task<IReadOnlyList<LogSlice>> PlanAsync(ConnectionQuery query, TimePeriod period) =>
        PlanAsync(query, period, timeouts: 0);

    private async Task<IReadOnlyList<LogSlice>> PlanAsync(ConnectionQuery query, TimePeriod period, int timeouts)
    {
        try
        {
            var size = await QueryAttempts
                .RunAsync(
                    query.Target,
                    call,
                    async () =>
                    {
                        using var answer = await azure.QueryAsync(query.Sizes(period), call).ConfigureAwait(false);
                        var table = await QueryTable.ReadAsync(answer, call.Cancellation).ConfigureAwait(false);
                        await TellAsync(query.Target, table.Denied).ConfigureAwait(false);
                        return LogSize.Of(table);
                    }
                )
                .ConfigureAwait(false);
            return [.. SlicePlan.Cut(period, size)];
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.QueryTimeout && timeouts < MostTimeouts)
        {
            call.Verbose($"{query.Target.Label}: counting the rows took too long. They are counted in two parts.");
            var (first, second) = period.Halves();
            return
            [
                .. await PlanAsync(query, first, timeouts + 1).ConfigureAwait(false),
                .. await PlanAsync(query, second, timeouts + 1).ConfigureAwait(false),
            ];
        }
    }

    /// <summary>Reads slices; all rows are in the store when it returns.</summary>
    public async Task ReadAsync(IReadOnlyCollection<(ConnectionQuery Query, LogSlice Slice)> slices)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation);
        var inner = call with { Cancellation = stopping.Token };
        _slices = slices.Count;
        _limits = new SliceLimits(slices.Select(s => s.Slice.Rows).DefaultIfEmpty().Max());
        await Task.WhenAll(
                slices.Select(async s =>
                {
                    try
                    {
                        await ReadAsync(s.Query, s.Slice, inner).ConfigureAwait(false);
                    }
                    catch
                    {
                        stopping.Cancel();
                        throw;
                    }
                })
            )
            .ConfigureAwait(false);
        foreach (var recorder in _recorders)
            recorder.Complete();
    }

    /// <summary>Says once what the answers leave out without a word.</summary>
    private async Task TellAsync(LogTarget target, IReadOnlyList<DeniedWorkspace> denied)
    {
        DeniedWorkspace[] untold;
        lock (_told)
            untold = [.. denied.Where(d => _told.Add(d.ResourceId))];
        if (untold.Length == 0)
            return;
        foreach (
            var missing in await MissingRows.ExplainAsync(azure.Resources, untold, "it", call).ConfigureAwait(false)
        )
            call.Warning($"{target.Label}: the {missing.Reason}, so that they are missing here. {missing.Fix}");
    }

    private async Task ReadAsync(ConnectionQuery query, LogSlice slice, AzureCall inner)
    {
        var parts = _limits.PartsOf(slice);
        if (parts.Count == 0)
            parts = await TryReadAsync(query, slice, inner).ConfigureAwait(false);
        if (parts.Count == 0)
            return;
        Interlocked.Add(ref _slices, parts.Count - 1);
        foreach (var part in parts)
            await ReadAsync(query, part, inner).ConfigureAwait(false);
    }

    /// <returns>The slices to be asked for in its place; empty where its rows are here.</returns>
    private async Task<IReadOnlyList<LogSlice>> TryReadAsync(ConnectionQuery query, LogSlice slice, AzureCall inner)
    {
        await _gate.WaitAsync(inner.Cancellation).ConfigureAwait(false);
        var recorder = Recorder();
        try
        {
            var lack = await QueryAttempts
                .RunAsync(query.Target, inner, () => AskAsync(query, slice, recorder, inner))
                .ConfigureAwait(false);
            if (lack is null)
            {
                _limits.NoteAnswer(slice);
                return [];
            }
            var parts = lack.Alike > 0 ? slice.Stretches(2 * lack.Alike / ConnectionQuery.MostTimes) : slice.Halves();
            if (parts.Count == 0)
                throw new AzureException(AzureErrorKind.IncompleteAnswer, $"{query.Target}, {slice}: {lack.Message}")
                {
                    Target = query.Target.ToString(),
                    ServiceCode = lack.Code,
                };
            if (lack.Alike == 0)
                _limits.NoteTooLarge(slice);
            inner.Verbose($"{query.Target.Label}, {slice}: {lack.Message} Asking for it in {parts.Count} parts.");
            return parts;
        }
        catch (AzureException exception)
            when (exception.Kind == AzureErrorKind.QueryTimeout && slice.Timeouts < MostTimeouts)
        {
            var parts = (slice with { Timeouts = slice.Timeouts + 1 }).Stretches(2);
            if (parts.Count == 0)
                throw;
            _limits.NoteTooSlow(slice);
            inner.Verbose($"{exception.Message} Asking for half of it at once.");
            return parts;
        }
        finally
        {
            _idle.Add(recorder);
            _gate.Release();
        }
    }

    private async Task<AnswerLack?> AskAsync(
        ConnectionQuery query,
        LogSlice slice,
        EventRecorder recorder,
        AzureCall inner
    )
    {
        var watch = Stopwatch.StartNew();
        recorder.Discard();
        var tally = new RangeTally();
        var answer = await azure.QueryAsync(query.Packed(slice), inner).ConfigureAwait(false);
        // Rows are read as they come, which keeps a thread waiting: one of the pool's would be missed there.
        var (lack, packed) = await Task
            .Factory.StartNew(
                () =>
                {
                    using var body = new SourceStream(answer, isFile: false, static _ => { }, inner.Cancellation);
                    using var reader = new AnswerReader(
                        body,
                        new RowReceiver(recorder, tally),
                        slice.Period.Start,
                        inner.Cancellation
                    );
                    return (reader.Read(), reader.PackedRows);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .ConfigureAwait(false);
        if (lack is not null)
            return lack;
        recorder.Commit();
        Count(tally);
        inner.Verbose(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{query.Target.Label}, {slice}: {tally.Rows:N0} rows, packed in {packed:N0}, in "
                    + $"{watch.Elapsed.TotalSeconds:N2} s."
            )
        );
        return null;
    }

    private void Count(RangeTally tally)
    {
        lock (_tally)
        {
            _tally.Append(tally);
            progress(new QueryProgress(++_done, _slices, _tally.Rows));
        }
    }

    private EventRecorder Recorder()
    {
        if (_idle.TryTake(out var idle))
            return idle;
        var recorder = new EventRecorder(store, new EventDraft());
        lock (_recorders)
            _recorders.Add(recorder);
        return recorder;
    }
}
