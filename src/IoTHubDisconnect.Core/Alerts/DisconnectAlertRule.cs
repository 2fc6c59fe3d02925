using IoTHubDisconnect.Alerts;

namespace IoTHubDisconnect;

/// <summary>A rule that a template was written for. It is deployed nowhere yet.</summary>
public sealed class DisconnectAlertRule
{
    internal DisconnectAlertRule() { }

    /// <summary>The rule's name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The ARM resource id of the hub or workspace that it watches.</summary>
    public string ResourceId { get; internal init; } = "";

    /// <summary>It fires when more devices of a hub than this have real disconnects in one window.</summary>
    public int Threshold { get; internal init; }

    /// <summary>The time that it looks at.</summary>
    public TimeSpan WindowSize { get; internal init; }

    /// <summary>How often it looks.</summary>
    public TimeSpan EvaluationFrequency { get; internal init; }

    /// <summary>
    /// Whether Azure resolves an alert once its condition is no longer met. It takes that for no rule that looks less
    /// often than every 12 hours: such a rule fires at each look that finds more devices than the threshold.
    /// </summary>
    public bool AutoMitigate => EvaluationFrequency <= AlertSchedule.LongestToResolve;

    /// <summary>0 is the severest, 4 the mildest.</summary>
    public int Severity { get; internal init; }

    /// <summary>The lifetimes of tokens whose expiry it leaves out.</summary>
    public TextList<TimeSpan> TokenLifetime { get; internal init; } = new([]);

    /// <summary>How often it would have fired in the baseline; null without one.</summary>
    public int? BaselineAlerts { get; internal init; }

    /// <summary>How long the baseline is; null without one.</summary>
    public TimeSpan? BaselinePeriod { get; internal init; }

    /// <summary>The template.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>What the template is written in.</summary>
    public AlertTemplateFormat Format { get; internal init; }

    /// <summary>The query that it runs.</summary>
    public string Query { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: more than {Threshold} devices in {DurationText.Of(WindowSize)}";
}
