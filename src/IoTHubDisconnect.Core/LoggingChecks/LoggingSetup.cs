using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.LoggingChecks;

/// <summary>Sends a hub's Connections somewhere, and changes nothing of what is there.</summary>
/// <param name="resources">Who is asked.</param>
/// <param name="resourceId">The hub.</param>
/// <param name="destination">Where its connections are to go.</param>
/// <param name="name">What the setting is to be called; null for the first usual name that is free.</param>
internal sealed class LoggingSetup(IHubResources resources, string resourceId, LogDestination destination, string? name)
{
    private const string UsualName = "disconnect-logging";

    /// <summary>
    /// https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings#requirements-and-limitations.
    /// </summary>
    private const int MostSettings = 5;

    /// <summary>Looks at what the hub has, and says what is missing.</summary>
    public async Task<LoggingPlan> PlanAsync(AzureCall call)
    {
        var settings = await resources.GetDiagnosticSettingsAsync(resourceId, call).ConfigureAwait(false);
        if (settings.FirstOrDefault(destination.IsServedBy) is { } there)
            return new LoggingPlan(there.Name, null);
        if (settings.Count >= MostSettings)
            throw Failure(
                AzureErrorKind.TooManySettings,
                $"{HubResourceId.NameOf(resourceId)} has {settings.Count} diagnostic settings, which is as many as a "
                    + "resource may have."
            );
        var free = name ?? UsualNames().First(usual => !IsTaken(usual));
        return IsTaken(free)
            ? throw Failure(
                AzureErrorKind.Conflict,
                $"{HubResourceId.NameOf(resourceId)} has a diagnostic setting '{free}' already, which is left as it is."
            )
            : new LoggingPlan(free, resources.NewDiagnosticSetting(resourceId, free, destination));

        bool IsTaken(string one) => settings.Any(s => s.Name.Equals(one, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Makes the setting.</summary>
    /// <returns>What came of it; it may be there already, if somebody else was quicker.</returns>
    public async Task<LoggingPlan> MakeAsync(SettingRequest request, AzureCall call)
    {
        try
        {
            await resources.MakeDiagnosticSettingAsync(request, call).ConfigureAwait(false);
            return new LoggingPlan(request.Name, request);
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.Conflict)
        {
            call.Verbose($"{exception.Message} Looking again.");
            var plan = await PlanAsync(call).ConfigureAwait(false);
            if (plan.Request is not { } again)
                return plan;
            // Only a name that is gone by now is worth another try; whatever else is in the way stays there.
            if (again.Name == request.Name)
                throw;
            return await MakeAsync(again, call).ConfigureAwait(false);
        }
        catch (AzureException exception) when (RefusalOf(exception) is { } kind)
        {
            throw new AzureException(kind, exception.Message, exception)
            {
                Target = exception.Target,
                ServiceCode = exception.ServiceCode,
                RequestId = exception.RequestId,
            };
        }
    }

    /// <summary>Of the hub, or of the place that its logs are to go to.</summary>
    private static AzureErrorKind? RefusalOf(AzureException exception) =>
        exception.Kind switch
        {
            AzureErrorKind.AccessDenied when exception.ServiceCode == "LinkedAuthorizationFailed" =>
                AzureErrorKind.DestinationDenied,
            AzureErrorKind.AccessDenied => AzureErrorKind.SettingDenied,
            AzureErrorKind.QueryRefused or AzureErrorKind.WorkspaceNotFound => AzureErrorKind.SettingRefused,
            _ => null,
        };

    private static IEnumerable<string> UsualNames() =>
        Enumerable.Range(1, MostSettings).Select(i => i == 1 ? UsualName : $"{UsualName}-{i}");

    private AzureException Failure(AzureErrorKind kind, string message) => new(kind, message) { Target = resourceId };
}
