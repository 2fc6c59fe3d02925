using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Events;
using IoTHubDisconnect.Logs.Input;
using IoTHubDisconnect.Logs.Rows;

namespace IoTHubDisconnect.Queries;

/// <summary>
/// Brings the rows of queries into a store, slice by slice and several at once. A slice's rows count when its answer was whole: what is
/// asked again neither loses nor doubles any.
/// </summary>
internal sealed class LogDownload(
    IAzureConnection azure,
    EventStore store,
    AzureCall call,
    Action<QueryProgress> progress
)
{
    /// <summary>What the service lets one identity have under way: https://learn.microsoft.com/azure/azure-monitor/service-limits#user-query-throttling.</summary>
    private const int MostQueries = 5;

    /// <summary>A query that is too slow for a sixty-fourth of its time is slow for another reason.</summary>
    private const int MostTimeouts = 6;

    private readonly SemaphoreSlim _gate = new(MostQueries);
    private readonly ConcurrentBag<EventRecorder> _idle = [];
    private readonly List<EventRecorder> _recorders = [];
    private readonly RangeTally _tally = new();
    private long _rowsInAnswer = SlicePlan.RowsInAnswer;
    private int _slices,
        _done;

    /// <summary>What the rows were like.</summary>
    public RangeTally Tally => _tally;

    /// <summary>The time of the rows.</summary>
    public RowEra Era => RowDays.EraOf(_recorders.Select(r => r.Days));

    /// <summary>Counts a query's rows and says in which slices to ask for them.</summary>
    public Task<IReadOnlyList<LogSlice>> PlanAsync(ConnectionQuery query, TimePeriod period) =>
        PlanAsync(query, period, timeouts: 0);

    private async Task<IReadOnlyList<LogSlice>> PlanAsync(ConnectionQuery query, TimePeriod period, int timeouts)
    {
        var bin = SlicePlan.BinOf(period);
        try
        {
            var counts = await QueryAttempts
                .RunAsync(
                    query.Target,
                    call,
                    async () =>
                    {
                        using var answer = await azure
                            .QueryAsync(query.Counts(period, bin), call)
                            .ConfigureAwait(false);
                        var table = await QueryTable.ReadAsync(answer, call.Cancellation).ConfigureAwait(false);
                        return table
                            .Rows.Select(row =>
                                (table.Cell(row, "Bin").GetDateTimeOffset(), table.Cell(row, "Rows").GetInt64())
                            )
                            .ToArray();
                    }
                )
                .ConfigureAwait(false);
            return [.. SlicePlan.Cut(period, counts)];
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

    private async Task ReadAsync(ConnectionQuery query, LogSlice slice, AzureCall inner)
    {
        var isSmall = slice.Rows <= Interlocked.Read(ref _rowsInAnswer) || slice.Halves() is null;
        if (isSmall)
        {
            if (await TryReadAsync(query, slice, inner).ConfigureAwait(false) is not { } tooLarge)
                return;
            slice = tooLarge;
        }
        var (first, second) = slice.Halves()!.Value;
        Interlocked.Increment(ref _slices);
        await ReadAsync(query, first, inner).ConfigureAwait(false);
        await ReadAsync(query, second, inner).ConfigureAwait(false);
    }

    /// <returns>The slice where smaller ones are to be asked for; null where its rows are here.</returns>
    private async Task<LogSlice?> TryReadAsync(ConnectionQuery query, LogSlice slice, AzureCall inner)
    {
        await _gate.WaitAsync(inner.Cancellation).ConfigureAwait(false);
        var recorder = Recorder();
        try
        {
            var remark = await QueryAttempts
                .RunAsync(query.Target, inner, () => AskAsync(query, slice, recorder, inner))
                .ConfigureAwait(false);
            if (remark is null)
                return null;
            if (slice.Halves() is null)
                throw new AzureException(AzureErrorKind.IncompleteAnswer, $"{query.Target}, {slice}: {remark.Message}")
                {
                    Target = query.Target.ToString(),
                    ServiceCode = remark.Code,
                };
            inner.Verbose($"{query.Target.Label}, {slice}: {remark.Message} Asking for half of it at once.");
        }
        catch (AzureException exception)
            when (exception.Kind == AzureErrorKind.QueryTimeout
                && slice.Timeouts < MostTimeouts
                && slice.Halves() is not null
            )
        {
            slice = slice with { Timeouts = slice.Timeouts + 1 };
            inner.Verbose($"{exception.Message} Asking for half of it at once.");
        }
        finally
        {
            _idle.Add(recorder);
            _gate.Release();
        }
        LowerBelow(slice.Rows);
        return slice;
    }

    private async Task<ServiceRemark?> AskAsync(
        ConnectionQuery query,
        LogSlice slice,
        EventRecorder recorder,
        AzureCall inner
    )
    {
        var watch = Stopwatch.StartNew();
        recorder.Discard();
        var tally = new RangeTally();
        var answer = await azure.QueryAsync(query.Rows(slice), inner).ConfigureAwait(false);
        // Rows are read as they come, which keeps a thread waiting: one of the pool's would be missed there.
        var remark = await Task
            .Factory.StartNew(
                () =>
                {
                    using var body = new SourceStream(answer, isFile: false, static _ => { }, inner.Cancellation);
                    using var reader = new AnswerReader(body, new RowReceiver(recorder, tally), inner.Cancellation);
                    return reader.Read();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .ConfigureAwait(false);
        if (remark is not null)
            return remark;
        recorder.Commit();
        Count(tally);
        inner.Verbose(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{query.Target.Label}, {slice}: {tally.Rows:N0} rows in {watch.Elapsed.TotalSeconds:N2} s."
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

    /// <summary>Rows of one log are of one size: what was too much once is too much again. A slice that is small as it is failed for a reason of its own.</summary>
    private void LowerBelow(long rows)
    {
        var most = Interlocked.Read(ref _rowsInAnswer);
        if (rows <= most && rows > most / 2)
            Interlocked.CompareExchange(ref _rowsInAnswer, rows / 2, most);
    }
}
