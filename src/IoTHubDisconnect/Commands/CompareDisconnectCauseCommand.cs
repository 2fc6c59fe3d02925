using System.Management.Automation;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Comparisons;
using IoTHubDisconnect.Fleets;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Tells what is new, worse, better or gone from one period or hub to another, and whether that is more than chance.
/// </summary>
[Cmdlet(VerbsData.Compare, "DisconnectCause", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DisconnectComparison))]
public sealed class CompareDisconnectCauseCommand : FleetLogCmdlet
{
    private const string ObjectSet = "Object";

    private readonly ComparisonBuilder _builder = new();
    private PipedCauses _reference = null!,
        _difference = null!;

    /// <summary>
    /// What to compare with: causes, or disconnects, which are resolved on the way. None at all is an answer, too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet)]
    [AllowNull]
    [AllowEmptyCollection]
    [ResolvedCause]
    [FreeText]
    public DisconnectCause[]? ReferenceObject { get; set; }

    /// <summary>What is compared: causes, or disconnects.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ResolvedCause]
    [FreeText]
    public DisconnectCause[]? DifferenceObject { get; set; }

    /// <summary>
    /// How long the time is that the reference is of; where not given, both sides are of the same length.
    /// </summary>
    [Parameter(ParameterSetName = ObjectSet)]
    [Duration]
    [ArgumentCompleter(typeof(PeriodCompleter))]
    public TimeSpan? ReferencePeriod { get; set; }

    /// <summary>How long the time is that the difference is of.</summary>
    [Parameter(ParameterSetName = ObjectSet)]
    [Duration]
    [ArgumentCompleter(typeof(PeriodCompleter))]
    public TimeSpan? DifferencePeriod { get; set; }

    /// <summary>
    /// The begin of the period to compare with; where not given, it is as long as the reported one and comes right
    /// before it.
    /// </summary>
    [Parameter]
    [Moment]
    [FreeText]
    public DateTimeOffset? ReferenceStartTime { get; set; }

    /// <summary>
    /// The end of the period to compare with; where not given, the period is as long as the reported one.
    /// </summary>
    [Parameter]
    [Moment]
    [FreeText]
    public DateTimeOffset? ReferenceEndTime { get; set; }

    /// <summary>How often, in so many comparisons of like with like, any cause may pass for more than chance.</summary>
    [Parameter]
    [ValidateRange(0.0001, 0.5)]
    [FreeText]
    public double Significance { get; set; } = 0.05;

    /// <summary>
    /// The lifetime of the devices' SAS tokens, where it is known; else it is found from the sessions.
    /// </summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(LifetimeCompleter))]
    public TimeSpan? TokenLifetime { get; set; }

    /// <summary>The MQTT keep-alive of the devices, where it is not their SDK's default.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(KeepAliveCompleter))]
    public TimeSpan? KeepAlive { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _reference = new PipedCauses(new DisconnectFilter(), Options, Cancellation);
        _difference = new PipedCauses(new DisconnectFilter(), Options, Cancellation);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (ParameterSetName == ObjectSet)
            AddAll(Take(_difference, DifferenceObject), _builder.Difference);
    }

    private protected override void Finish()
    {
        if (ParameterSetName == ObjectSet)
            CompareObjects();
        else
            CompareLog();
    }

    private void CompareObjects()
    {
        AddAll([.. Take(_reference, ReferenceObject), .. _reference.TakeRest()], _builder.Reference);
        AddAll(_difference.TakeRest(), _builder.Difference);
        this.WarnOfLostLog(_reference.ResolvedCount + _difference.ResolvedCount);
        var (before, after) = (_builder.Reference.Span, _builder.Difference.Span);
        var longer = (before > after ? before : after) + TimeSpan.FromTicks(1);
        if (
            ReferencePeriod is null
            && DifferencePeriod is null
            && (before > 1.5 * after || after > 1.5 * before)
            && before > TimeSpan.Zero
            && after > TimeSpan.Zero
        )
            WriteWarning(
                $"The reference spans {DurationText.Of(before)} and the difference "
                    + $"{DurationText.Of(after)}, but both are taken to be of one length. Give -ReferencePeriod "
                    + "and -DifferencePeriod if they are not."
            );
        Write(
            Period(_builder.Reference, ReferencePeriod ?? DifferencePeriod ?? longer),
            Period(_builder.Difference, DifferencePeriod ?? ReferencePeriod ?? longer)
        );
    }

    private void CompareLog()
    {
        var isOfFiles = ParameterSetName is PathSet or HubOfPathSet or LiteralPathSet;
        var filter = Filter;
        var periods = isOfFiles
            ? null
            : (ComparedPeriods?)ComparedPeriods.Of(DateTimeOffset.UtcNow, filter, ReferenceStartTime, ReferenceEndTime);
        if (periods is { } asked)
            Check(asked);
        using var log = OpenLog(periods?.Read);
        if (log is null || log.RowCount == 0)
            return;
        if (isOfFiles && log.IsOutside(filter))
        {
            WriteWarning(log.DescribeNothing(filter, Cancellation));
            return;
        }
        var (reference, difference) =
            periods ?? ComparedPeriods.Of(log.FirstRow, log.LastRow, filter, ReferenceStartTime, ReferenceEndTime);
        if (isOfFiles)
        {
            Check(new(reference, difference));
            reference = Clip(reference, log);
        }
        Add(log, filter, reference, _builder.Reference);
        Add(log, filter, difference, _builder.Difference);
        WriteVerbose($"Comparing {difference} with {reference}.");
        if (_builder.Reference.IsEmpty && _builder.Difference.IsEmpty)
            WriteWarning(log.DescribeNothing(filter, Cancellation));
        Write(new(reference.Start.UtcTicks, reference.Length), new(difference.Start.UtcTicks, difference.Length));
    }

    private void Check(ComparedPeriods periods)
    {
        var (reference, difference) = periods;
        if (difference.Length <= TimeSpan.Zero)
            ThrowTerminatingError(Errors.EmptyPeriod(difference.Start, EndTime));
        if (reference.Length <= TimeSpan.Zero)
            ThrowTerminatingError(
                ReferenceEndTime is { } end
                    ? Errors.EmptyPeriod(reference.Start, end)
                    : Errors.NothingBefore(difference)
            );
        if (periods.Overlap)
            ThrowTerminatingError(Errors.OverlappingPeriods(reference, difference));
    }

    /// <summary>
    /// A log that begins later than the reference tells nothing of the time before, which matters from 1 % on.
    /// </summary>
    private TimePeriod Clip(TimePeriod reference, FleetLog log)
    {
        if (log.FirstRow >= reference.End || log.LastRow < reference.Start)
            ThrowTerminatingError(Errors.NothingToCompareWith(log.FirstRow, log.LastRow));
        var missing = log.FirstRow - reference.Start;
        if (missing <= reference.Length / 100)
            return reference;
        WriteWarning(
            $"The log begins at {log.FirstRow.UtcDateTime:u}: the reference lacks the first "
                + $"{DurationText.Of(missing)} of the {DurationText.Of(reference.Length)} asked for."
        );
        return reference with { Start = log.FirstRow };
    }

    private void Add(FleetLog log, DisconnectFilter filter, TimePeriod period, ComparedSide side)
    {
        var asked = filter with { Start = period.Start, End = period.End, Last = null };
        foreach (var disconnect in log.Visit(new ComparedVerdicts(), asked, Options, Cancellation).InOrder)
            side.Add(disconnect);
    }

    private static IEnumerable<DisconnectCause> Take(PipedCauses piped, DisconnectCause?[]? causes) =>
        piped.Take((causes ?? []).OfType<DisconnectCause>());

    private static void AddAll(IEnumerable<DisconnectCause> causes, ComparedSide side)
    {
        foreach (var cause in causes)
            side.Add(ComparedDisconnect.Of(new Verdict(cause)));
    }

    private ResolveOptions Options => new() { TokenLifetime = TokenLifetime, KeepAlive = KeepAlive };

    private void Write(ComparedPeriod reference, ComparedPeriod difference) =>
        WriteObject(_builder.Build(reference, difference, Significance, Cancellation), enumerateCollection: true);

    private static ComparedPeriod Period(ComparedSide side, TimeSpan length) =>
        new(side.IsEmpty ? 0 : side.First, length > side.Span ? length : side.Span + TimeSpan.FromTicks(1));
}
