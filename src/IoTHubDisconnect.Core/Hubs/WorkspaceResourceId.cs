using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Hubs;

/// <summary>The ARM resource id of a Log Analytics workspace, checked before it becomes part of an address.</summary>
internal static partial class WorkspaceResourceId
{
    /// <summary>Whether the text is such an id; upper and lower case mean the same in it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? resourceId) =>
        ArmResourceId.TryParse(Pattern(), text, out resourceId);

    [GeneratedRegex(
        ArmResourceId.Providers + @"Microsoft\.OperationalInsights/workspaces/[a-z0-9-]+/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
