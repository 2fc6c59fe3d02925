using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Alerts;

/// <summary>What a rule watches: a hub, or a workspace with the logs of hubs.</summary>
internal sealed partial record AlertScope(string ResourceId, string Name, bool IsWorkspace)
{
    public static AlertScope? Parse(string id) =>
        Id().Match(id.Trim().TrimEnd('/')) is { Success: true } match
            ? new AlertScope(
                match.Value,
                match.Groups["name"].Value,
                match.Groups["type"].Value.Contains("workspaces", StringComparison.OrdinalIgnoreCase)
            )
            : null;

    [GeneratedRegex(
        @"^/subscriptions/[\w-]+/resourceGroups/[\w().-]+/providers/"
            + @"(?<type>Microsoft\.Devices/IotHubs|Microsoft\.OperationalInsights/workspaces)/(?<name>[\w-]+)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Id();
}
