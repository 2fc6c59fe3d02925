using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Hubs;

/// <summary>The ARM resource id of a Log Analytics workspace, checked before it becomes part of an address.</summary>
internal static partial class WorkspaceResourceId
{
    /// <summary>Whether the text is such an id; upper and lower case mean the same in it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? resourceId)
    {
        resourceId = text is not null && Pattern().IsMatch(text.Trim()) ? text.Trim().TrimEnd('/') : null;
        return resourceId is not null;
    }

    [GeneratedRegex(
        @"^/subscriptions/[0-9a-f-]{36}/resourceGroups/(?!\.+/)[^/\\?#%""'\s]+"
            + @"/providers/Microsoft\.OperationalInsights/workspaces/[a-z0-9-]+/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
