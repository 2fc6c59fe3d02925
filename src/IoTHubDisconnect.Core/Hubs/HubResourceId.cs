using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Hubs;

/// <summary>The ARM resource id of a hub, checked before it becomes part of an address.</summary>
internal static partial class HubResourceId
{
    /// <summary>Whether the text is such an id; upper and lower case mean the same in it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? resourceId) =>
        ArmResourceId.TryParse(Pattern(), text, out resourceId);

    /// <summary>The hub's name: the last part.</summary>
    public static string NameOf(string resourceId) => resourceId[(resourceId.LastIndexOf('/') + 1)..];

    [GeneratedRegex(
        ArmResourceId.Providers + @"Microsoft\.Devices/IotHubs/[a-z0-9-]+/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
