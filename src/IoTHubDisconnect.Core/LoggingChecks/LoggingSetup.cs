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

    /// <summary>Looks at what the hub has, place by place, and says what is missing.</summary>
    public async Task<LoggingPlan> PlanAsync(AzureCall call)
    {
        var settings = await SettingsAsync(call).ConfigureAwait(false);
        var missing = destination;
        var serving = new List<DisconnectLoggingSetting>();
        foreach (var setting in settings)
        {
            var served = missing.ServedBy(setting);
            if (served.IsEmpty)
                continue;
            serving.Add(new DisconnectLoggingSetting(resourceId, setting.Name, isNew: false, served));
            missing = missing.Without(served);
        }
        return new LoggingPlan(serving, missing, missing.IsEmpty ? null : RequestFor(missing, settings));
    }

    private async Task<IReadOnlyList<DiagnosticSetting>> SettingsAsync(AzureCall call)
    {
        try
        {
            return await resources.GetDiagnosticSettingsAsync(resourceId, call).ConfigureAwait(false);
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.AccessDenied)
        {
            // Whoever may make a setting may read them.
            throw As(AzureErrorKind.SettingDenied, exception);
        }
    }

    private SettingRequest RequestFor(LogDestination missing, IReadOnlyList<DiagnosticSetting> settings)
    {
        var hub = HubResourceId.NameOf(resourceId);
        if (settings.FirstOrDefault(missing.IsTakenBy) is { } other)
            throw Failure(
                AzureErrorKind.DestinationTaken,
                $"The diagnostic setting '{other.Name}' of {hub} sends Connections to another event hub by that rule."
            );
        if (settings.Count >= MostSettings)
            throw Failure(
                AzureErrorKind.TooManySettings,
                $"{hub} has {settings.Count} diagnostic settings, which is as many as a resource may have."
            );
        var free = name ?? UsualNames().First(usual => !IsTaken(usual));
        return IsTaken(free)
            ? throw Failure(
                AzureErrorKind.Conflict,
                $"{hub} has a diagnostic setting '{free}' already, which is left as it is."
            )
            : resources.NewDiagnosticSetting(resourceId, free, missing);

        bool IsTaken(string one) => settings.Any(s => s.Name.Equals(one, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Makes the setting that is missing.</summary>
    /// <returns>What came of it; it may be there already, if somebody else was quicker.</returns>
    public async Task<LoggingPlan> MakeAsync(LoggingPlan plan, AzureCall call)
    {
        if (plan.Request is not { } request)
            return plan;
        try
        {
            await resources.MakeDiagnosticSettingAsync(request, call).ConfigureAwait(false);
            var made = new DisconnectLoggingSetting(resourceId, request.Name, isNew: true, plan.Missing);
            return new LoggingPlan([.. plan.Settings, made], new LogDestination(), null);
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.Conflict)
        {
            call.Verbose($"{exception.Message} Looking again.");
            var again = await PlanAsync(call).ConfigureAwait(false);
            // Only what is otherwise by now is worth another try; whatever else is in the way stays there.
            return again.Request == request
                ? throw As(AzureErrorKind.DestinationTaken, exception)
                : await MakeAsync(again, call).ConfigureAwait(false);
        }
        catch (AzureException exception) when (RefusalOf(exception) is { } kind)
        {
            throw As(kind, exception);
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

    private static AzureException As(AzureErrorKind kind, AzureException exception) =>
        new(kind, exception.Message, exception)
        {
            Target = exception.Target,
            ServiceCode = exception.ServiceCode,
            RequestId = exception.RequestId,
        };

    private AzureException Failure(AzureErrorKind kind, string message) => new(kind, message) { Target = resourceId };
}
