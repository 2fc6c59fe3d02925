using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>What the checks of one hub have found so far, for those that follow.</summary>
/// <param name="name">The hub, as far as it is known.</param>
/// <param name="culture">The reader's language, for the links.</param>
internal sealed class LoggingFindings(HubName name, CultureInfo culture)
{
    private const string Monitoring = "azure/iot-hub/monitor-iot-hub#route-connection-events-to-logs";

    public HubName Name { get; } = name;

    /// <summary>The way of signing in, which advice depends on; null where it does not matter.</summary>
    public SignIn? SignIn { get; init; }

    /// <summary>The hub's ARM id; null until it is found.</summary>
    public string? ResourceId { get; set; } = name.ResourceId;

    /// <summary>Why nothing further can be checked; null while something can.</summary>
    public string? Blocked { get; set; }

    /// <summary>The settings that send Connections somewhere; null where the settings could not be read.</summary>
    public IReadOnlyList<DiagnosticSetting>? Sending { get; set; }

    /// <summary>Whether a workspace holds the rows, as far as is known.</summary>
    public bool MayHaveRows => Sending is null || Sending.Any(s => s.WorkspaceId is not null);

    public DisconnectLoggingCheck Passed(string check, string reason) =>
        New(check, CheckState.Passed, reason, null, null);

    public DisconnectLoggingCheck Warning(string check, string reason, string fix, string link = Monitoring) =>
        New(check, CheckState.Warning, reason, fix, link);

    public DisconnectLoggingCheck Failed(string check, string reason, string fix, string link = Monitoring) =>
        New(check, CheckState.Failed, reason, fix, link);

    /// <summary>Azure refused something.</summary>
    /// <param name="check">The check.</param>
    /// <param name="what">What was asked for, in a sentence that says that the identity may not read it.</param>
    /// <param name="exception">How Azure refused.</param>
    /// <param name="state">How bad that is.</param>
    public DisconnectLoggingCheck Refused(
        string check,
        string what,
        AzureException exception,
        CheckState state = CheckState.Failed
    )
    {
        var reason =
            exception.Kind == AzureErrorKind.AccessDenied
                ? $"The identity may not read {what}{(exception.ServiceCode is { } code ? $" ({code})" : "")}."
            : exception.Message.EndsWith('.') ? exception.Message
            : exception.Message + ".";
        return New(check, state, reason, AzureAdvice.For(exception.Kind, SignIn), Monitoring);
    }

    public DisconnectLoggingCheck Skipped(string check, string why) => New(check, CheckState.Skipped, why, null, null);

    /// <summary>A finding that is what the caller says.</summary>
    public DisconnectLoggingCheck New(string check, CheckState state, string reason, string? fix, string? link) =>
        new(ResourceId is null ? Name.Name ?? "" : HubResourceId.NameOf(ResourceId), check, state, reason)
        {
            ResourceId = ResourceId,
            Fix = fix,
            HelpUri = link is null ? null : LearnLocale.Localize(link, LearnLocale.Of(culture)),
        };
}
