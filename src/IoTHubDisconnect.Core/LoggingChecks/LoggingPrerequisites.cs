using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>
/// All that must be right so that a hub's disconnects can be read, checked in the order in which one thing needs the
/// other.
/// </summary>
internal static class LoggingPrerequisites
{
    private static readonly LoggingCheck[] Checks =
    [
        new SignInCheck(),
        new HubCheck(),
        new DiagnosticSettingCheck(),
        new DestinationCheck(),
        new RowsCheck(),
        new MetricCheck(),
    ];

    /// <summary>
    /// The checks of a hub, each as it finishes. Whatever Azure refuses is in them; only a cancellation is thrown.
    /// </summary>
    public static async IAsyncEnumerable<DisconnectLoggingCheck> CheckAsync(
        IAzureConnection azure,
        HubName hub,
        CultureInfo culture,
        AzureCall call
    )
    {
        var findings = new LoggingFindings(hub, culture) { SignIn = azure.SignIn };
        foreach (var check in Checks)
        {
            // The metric needs no diagnostic setting.
            if (findings.Blocked is { } why && !(check is MetricCheck && findings.Sending is not null))
            {
                yield return findings.Skipped(check.Name, why);
                continue;
            }
            await foreach (var result in check.RunAsync(azure, findings, call).ConfigureAwait(false))
                yield return result;
        }
    }

    /// <summary>In a few sentences, why a query of the hub's rows of a time may have found none.</summary>
    public static async Task<string> WhyNoRowsAsync(
        IAzureConnection azure,
        string resourceId,
        TimePeriod period,
        AzureCall call
    )
    {
        var checks = new List<DisconnectLoggingCheck>();
        await foreach (
            var check in CheckAsync(azure, HubName.Of(resourceId), CultureInfo.CurrentUICulture, call)
                .ConfigureAwait(false)
        )
        {
            checks.Add(check);
            if (check.Name == "Rows")
                break;
        }
        var rows = checks[^1];
        var kept = await Retention.BeforeAsync(azure.Resources, resourceId, period, call).ConfigureAwait(false);
        if (period.End <= kept?.Begin)
            return $"{kept} {rows.Reason}";
        // Where rows can be read, nothing keeps the caller from them.
        var doubts = checks.Where(c => IsDoubt(c) && (rows.NewestRow is null || c.StopsRows || c == rows));
        var reason =
            doubts.OrderByDescending(c => c.State == CheckState.Failed).FirstOrDefault() is { } doubt
                ? $"{doubt.Reason} {doubt.Fix}"
            : rows.FirstRow is { } first && LogArrival.IsFirst(first) && period.End <= first
                ? $"The time lies before the first row that there is. {rows.Reason}"
            : $"The hub's logging works, so that there was nothing to log in this time. {rows.Reason}";
        return $"{kept} {reason}".TrimStart();
    }

    private static bool IsDoubt(DisconnectLoggingCheck check) =>
        check.State == CheckState.Failed || check is { State: CheckState.Warning, Name: not "Hub" };
}
