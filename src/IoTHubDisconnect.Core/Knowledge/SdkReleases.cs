using System.Buffers;

namespace IoTHubDisconnect.Knowledge;

/// <summary>
/// The newest releases of Microsoft's device SDKs, as of November 2026. A release that a newer one has replaced gets
/// fixes for a year more: https://learn.microsoft.com/azure/iot/iot-device-sdks-lifecycle-and-support
/// </summary>
internal static class SdkReleases
{
    private static readonly Dictionary<string, Version> Newest = new()
    {
        ["C"] = new(1, 15),
        [".NET"] = new(1, 42),
        ["Java"] = new(2, 5),
        ["Node.js"] = new(1, 18),
        ["Python"] = new(2, 14),
    };

    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.");

    /// <summary>The page about support, below learn.microsoft.com.</summary>
    public const string SupportPage = "azure/iot/iot-device-sdks-lifecycle-and-support";

    /// <summary>
    /// The newest release of an SDK, given its usual name with its version; null where none is known.
    /// </summary>
    public static Version? NewestOf(string sdk) => Newest.GetValueOrDefault(Split(sdk).Name);

    /// <summary>Whether a newer release has replaced it, patches aside; null where that is not known.</summary>
    public static bool? IsOld(string sdk) =>
        NewestOf(sdk) is { } newest && Version.TryParse(NumberOf(Split(sdk).Version), out var version)
            ? version.Major < newest.Major || version.Major == newest.Major && version.Minor < newest.Minor
            : null;

    private static (string Name, string Version) Split(string sdk) =>
        sdk.LastIndexOf(' ') is > 0 and var space ? (sdk[..space], sdk[(space + 1)..]) : (sdk, "");

    /// <summary>The version without what may stand behind its numbers, as in <c>2.0.0-preview</c>.</summary>
    private static ReadOnlySpan<char> NumberOf(string version) =>
        version.AsSpan().IndexOfAnyExcept(Numeric) is >= 0 and var end ? version.AsSpan(0, end) : version;
}
