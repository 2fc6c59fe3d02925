using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>How long a hub's rows are kept.</summary>
/// <param name="Place">The workspace that keeps them longest.</param>
/// <param name="Days">For how many days.</param>
internal sealed record Retention(string Place, int Days)
{
    /// <summary>
    /// Any workspace keeps rows for so long:
    /// https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure.
    /// </summary>
    private const int FewestDays = 4;

    /// <summary>What was before is gone.</summary>
    public DateTimeOffset Begin { get; } = DateTimeOffset.UtcNow - TimeSpan.FromDays(Days);

    /// <summary>The retention that a period begins before; null where it begins before none that is known.</summary>
    public static async Task<Retention?> BeforeAsync(
        IHubResources resources,
        string resourceId,
        TimePeriod period,
        AzureCall call
    )
    {
        if (period.Start >= DateTimeOffset.UtcNow - TimeSpan.FromDays(FewestDays))
            return null;
        try
        {
            var settings = await resources.GetDiagnosticSettingsAsync(resourceId, call).ConfigureAwait(false);
            Retention? longest = null;
            foreach (var id in settings.Where(s => s.SendsConnections).Select(s => s.WorkspaceId).OfType<string>())
            {
                var workspace = await resources.GetWorkspaceAsync(id, call).ConfigureAwait(false);
                if (workspace.RetentionDays is { } days && days > (longest?.Days ?? 0))
                    longest = new Retention(HubResourceId.NameOf(id), days);
            }
            return period.Start < longest?.Begin ? longest : null;
        }
        catch (AzureException exception)
        {
            call.Verbose($"How long rows are kept is not known: {exception.Message}");
            return null;
        }
    }

    public override string ToString() =>
        $"The workspace {Place} keeps rows for {Days} days: those of before {Begin.UtcDateTime:u} are gone.";
}
