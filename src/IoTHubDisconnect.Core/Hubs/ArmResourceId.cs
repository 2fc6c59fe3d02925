using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Hubs;

/// <summary>What ids of resources have in common, which are checked before they become part of an address.</summary>
internal static class ArmResourceId
{
    /// <summary>The begin of an id, up to the name of its provider.</summary>
    public const string Providers = @"^/subscriptions/[0-9a-f-]{36}/resourceGroups/(?!\.+/)[^/\\?#%""'\s]+/providers/";

    /// <summary>Whether the text has the form; upper and lower case mean the same in it.</summary>
    public static bool TryParse(Regex form, string? text, [NotNullWhen(true)] out string? resourceId)
    {
        resourceId = text is not null && form.IsMatch(text.Trim()) ? text.Trim().TrimEnd('/') : null;
        return resourceId is not null;
    }
}
