using System.Management.Automation;
using IoTHubDisconnect.Alerts;

namespace IoTHubDisconnect.Commands;

/// <summary>What is wrong with an alert rule that was asked for, as error records.</summary>
internal static class AlertErrors
{
    public static ErrorRecord ScheduleNotOffered(string parameter, TimeSpan given) =>
        Errors.New(
            new ArgumentException(
                $"-{parameter} {DurationText.Of(given)} is none of the times that the service offers: "
                    + $"{string.Join(", ", AlertSchedule.Offered.Select(DurationText.Of))}."
            ),
            "ScheduleNotOffered",
            ErrorCategory.InvalidArgument,
            given,
            $"Give -{parameter} one of these times."
        );

    public static ErrorRecord WindowTooShort(TimeSpan window, TimeSpan frequency) =>
        Errors.New(
            new ArgumentException(
                $"A rule that looks every {DurationText.Of(frequency)} at "
                    + $"{DurationText.Of(window)} misses what lies between."
            ),
            "WindowTooShort",
            ErrorCategory.InvalidArgument,
            window,
            "Give a -WindowSize no shorter than -EvaluationFrequency."
        );

    public static ErrorRecord EmptyBaseline() =>
        Errors.New(
            new ArgumentException("The baseline holds no disconnect at all, so that nothing can be learned from it."),
            "EmptyBaseline",
            ErrorCategory.InvalidArgument,
            null,
            "Give the disconnects of a longer time, the expected ones too, or give -Threshold in place of -Baseline."
        );

    public static ErrorRecord NotAnAlertScope(string id) =>
        Errors.New(
            new ArgumentException(
                $"'{id}' is the ARM resource id of neither an IoT hub nor a Log Analytics workspace."
            ),
            "NotAnAlertScope",
            ErrorCategory.InvalidArgument,
            id,
            "Give -ResourceId as the portal's JSON view of the hub or workspace shows it."
        );

    public static ErrorRecord AlertRuleNamedAlike(AlertScope scope, AlertScope first) =>
        Errors.New(
            new ArgumentException(
                $"The rule of '{scope.ResourceId}' would have the name of that of '{first.ResourceId}'."
            ),
            "AlertRuleNamedAlike",
            ErrorCategory.ResourceExists,
            scope.ResourceId,
            "Write its rule into a file of its own, with another -Name."
        );
}
