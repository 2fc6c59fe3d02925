using System.Management.Automation;
using IoTHubDisconnect.Alerts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Commands;

/// <summary>Writes a template for an alert on real disconnects. Nothing is deployed.</summary>
[Cmdlet(VerbsCommon.New, "DisconnectAlertRule", DefaultParameterSetName = ThresholdSet, SupportsShouldProcess = true)]
[OutputType(typeof(DisconnectAlertRule))]
public sealed class NewDisconnectAlertRuleCommand : CancellableCmdlet
{
    private const string ThresholdSet = "Threshold";
    private const string BaselineSet = "Baseline";

    private static readonly TimeSpan ShortestBaseline = TimeSpan.FromDays(7);
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromSeconds(TokenExpiry.UsualLifetime);

    private readonly AlertBaseline _baseline = new();
    private PipedCauses _piped = null!;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>What to watch: the ARM resource ids of hubs, or of workspaces with the logs of hubs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ThresholdSet)]
    [Parameter(ParameterSetName = BaselineSet)]
    [ValidateNotNullOrEmpty]
    [Alias("Id")]
    [ArgumentCompleter(typeof(AzurePlaceCompleter))]
    public string[]? ResourceId { get; set; }

    /// <summary>Fire when more devices of a hub than this have real disconnects in one window.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ThresholdSet)]
    [ValidateRange(0, int.MaxValue)]
    [FreeText]
    public int Threshold { get; set; }

    /// <summary>
    /// The fleet's past, to find the threshold from: causes, or disconnects, which are resolved on the way.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = BaselineSet, ValueFromPipeline = true)]
    [ResolvedCause]
    [FreeText]
    public DisconnectCause[] Baseline { get; set; } = [];

    /// <summary>How often the rule may have fired in the baseline.</summary>
    [Parameter(ParameterSetName = BaselineSet)]
    [ValidateRange(0, 10_000)]
    [FreeText]
    public double AlertsPerWeek { get; set; } = 1;

    /// <summary>
    /// The lifetime of the devices' SAS tokens, where it is neither an hour nor seen in the baseline.
    /// </summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(LifetimeCompleter))]
    public TimeSpan? TokenLifetime { get; set; }

    /// <summary>The ARM resource ids of the action groups to tell, five at most.</summary>
    [Parameter]
    [ValidateCount(0, 5)]
    [FormedAs(
        @"/subscriptions/[\w-]+/resourceGroups/[\w().-]+/providers/microsoft\.insights/actionGroups/[^/]+",
        "resource id of an action group, as in "
            + "/subscriptions/…/resourceGroups/…/providers/microsoft.insights/actionGroups/…"
    )]
    [FreeText]
    public string[] ActionGroupId { get; set; } = [];

    /// <summary>0 is the severest, 4 the mildest.</summary>
    [Parameter]
    [ValidateRange(0, 4)]
    [FreeText]
    public int Severity { get; set; } = 2;

    /// <summary>How often the rule looks.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(ScheduleCompleter))]
    public TimeSpan EvaluationFrequency { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The time that it looks at.</summary>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(ScheduleCompleter))]
    public TimeSpan WindowSize { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>What the rules' names begin with; the name of the hub or workspace follows.</summary>
    [Parameter]
    [FormedAs(
        @"[^#<>%&:\\?/{}*\p{Cc}]{1,180}",
        @"name for a rule: up to 180 characters, none of them # < > % & : \ ? / { } *"
    )]
    [FreeText]
    public string Name { get; set; } = "iothub-disconnects";

    /// <summary>What the template is written in; by the file's extension where not given.</summary>
    [Parameter]
    [SingleValue<AlertTemplateFormat>]
    public AlertTemplateFormat? Format { get; set; }

    /// <summary>Overwrite a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _piped = new PipedCauses(new DisconnectFilter(), ResolveOptions.None, Cancellation);
        Check(nameof(WindowSize), WindowSize);
        Check(nameof(EvaluationFrequency), EvaluationFrequency);
        if (EvaluationFrequency > WindowSize)
            ThrowTerminatingError(AlertErrors.WindowTooShort(WindowSize, EvaluationFrequency));
        if (EvaluationFrequency > AlertSchedule.LongestToResolve)
            WriteWarning(
                "Azure resolves no alerts of rules that look less often than every "
                    + $"{AlertSchedule.LongestToResolve.TotalHours} "
                    + "hours, so that autoMitigate is false: each look that finds too many devices fires, "
                    + "and an alert stays open "
                    + "until somebody closes it."
            );
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != BaselineSet)
            return;
        Add(_piped.Take(Baseline));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Add(_piped.TakeRest());
        this.WarnOfLostLog(_piped.ResolvedCount);
        if (ParameterSetName == BaselineSet && _baseline.IsEmpty)
            ThrowTerminatingError(AlertErrors.EmptyBaseline());
        if (ParameterSetName == BaselineSet && _baseline.Period < ShortestBaseline)
            WriteWarning(
                $"The baseline is {DurationText.Of(_baseline.Period)} long. A week or more shows what is "
                    + "usual; nights and weekends differ."
            );
        var file = new AlertTemplateFile(this, Path, Format, Force);
        var query = new AlertQuery(WindowSize, Lifetimes());
        var rules = Scopes().Select(scope => (Rule: RuleOf(scope, query, file), Scope: scope)).ToList();
        if (
            rules.Count == 0
            || !ShouldProcess(file.Path, "Write the template of " + string.Join(", ", rules.Select(r => r.Rule)))
        )
            return;
        file.Write(new AlertTemplate(rules, query, ActionGroupId));
        WriteObject(rules.Select(r => r.Rule), enumerateCollection: true);
    }

    private void Add(IEnumerable<DisconnectCause> causes)
    {
        foreach (var cause in causes)
            _baseline.Add(cause);
    }

    private DisconnectAlertRule RuleOf(AlertScope scope, AlertQuery query, AlertTemplateFile file)
    {
        var found = ParameterSetName == BaselineSet ? FromBaseline(scope, query) : (AlertThreshold?)null;
        return new DisconnectAlertRule
        {
            Name = $"{Name}-{scope.Name}",
            ResourceId = scope.ResourceId,
            Threshold = found?.Value ?? Threshold,
            WindowSize = WindowSize,
            EvaluationFrequency = EvaluationFrequency,
            Severity = Severity,
            TokenLifetime = new TextList<TimeSpan>([.. query.Lifetimes.Order()]),
            BaselineAlerts = found?.Alerts,
            BaselinePeriod = found is null ? null : _baseline.Period,
            Path = file.Path,
            Format = file.Format,
            Query = query.ToString(),
        };
    }

    /// <summary>A workspace's rule looks at each of its hubs, so its threshold is that of the busiest.</summary>
    private AlertThreshold FromBaseline(AlertScope scope, AlertQuery query)
    {
        var hubs = _baseline
            .Hubs.Where(h =>
                scope.IsWorkspace
                || h.Equals(scope.ResourceId, StringComparison.OrdinalIgnoreCase)
                || h.Equals(scope.Name, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        if (hubs.Count == 0)
            WriteWarning($"The baseline has no disconnects of {scope.Name}: its rule fires at the first real one.");
        return hubs.Select(hub =>
                AlertThreshold.Find(
                    _baseline.Looks(hub, query, EvaluationFrequency),
                    EvaluationFrequency,
                    _baseline.Period,
                    AlertsPerWeek
                )
            )
            .DefaultIfEmpty()
            .MaxBy(t => t.Value);
    }

    private IEnumerable<AlertScope> Scopes()
    {
        var named = new Dictionary<string, AlertScope>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in ResourceId ?? _baseline.Hubs)
        {
            if (AlertScope.Parse(id) is not { } scope)
                WriteError(AlertErrors.NotAnAlertScope(id));
            else if (named.TryAdd(scope.Name, scope))
                yield return scope;
            else if (!scope.ResourceId.Equals(named[scope.Name].ResourceId, StringComparison.OrdinalIgnoreCase))
                WriteError(AlertErrors.AlertRuleNamedAlike(scope, named[scope.Name]));
        }
    }

    private List<TimeSpan> Lifetimes()
    {
        var longest = new AlertQuery(WindowSize, []).LongestLifetime;
        var all = _baseline.Lifetimes.Append(TokenLifetime ?? UsualLifetime).Distinct().ToList();
        foreach (var lifetime in all.Where(l => l > longest))
            WriteWarning(
                $"A rule reads no further back than two days, and with a window of "
                    + $"{DurationText.Of(WindowSize)} it can tell "
                    + $"the expiry of tokens that live {DurationText.Of(longest)} at most: that of tokens that live "
                    + $"{DurationText.Of(lifetime)} is counted as a real disconnect."
            );
        return [.. all.Where(l => l <= longest)];
    }

    private void Check(string parameter, TimeSpan given)
    {
        if (!AlertSchedule.Offered.Contains(given))
            ThrowTerminatingError(AlertErrors.ScheduleNotOffered(parameter, given));
    }
}
