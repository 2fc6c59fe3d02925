using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>What a log comes to, a line each, with all that is said of it.</summary>
internal static class AllAnswers
{
    /// <summary>In order of their texts, for fleets may have hubs of one name.</summary>
    public static string[] CausesOf(FleetLog log) =>
        [
            .. log.Find(new DisconnectFilter())
                .Select(d => CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture))
                .Select(TextOf)
                .Order(StringComparer.Ordinal),
        ];

    public static string[] SumsOf(FleetLog log, DisconnectGrouping by) =>
        [
            .. log.Visit(
                    new SummaryBuilder(by, devicesReturn: false),
                    new DisconnectFilter(),
                    ResolveOptions.None,
                    CancellationToken.None
                )
                .Build()
                .Select(TextOf),
        ];

    public static string TextOf(object value) =>
        string.Join('|', value.GetType().GetProperties().Select(p => $"{p.Name}={p.GetValue(value)}"));
}
