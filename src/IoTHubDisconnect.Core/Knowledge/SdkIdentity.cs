using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Knowledge;

/// <summary>
/// What an <c>sdkVersion</c> string of the log tells: the library's usual name, its version, its family.
/// </summary>
internal sealed partial record SdkIdentity(string? Name, string? Version, SdkFamily Family)
{
    public static readonly SdkIdentity None = new(null, null, SdkFamily.Unknown);

    /// <summary>
    /// Reads an <c>sdkVersion</c>; products put their own name before or after the library's, so it is searched for.
    /// </summary>
    public static SdkIdentity Parse(string sdkVersion)
    {
        if (sdkVersion.Length == 0)
            return None;
        foreach (var (token, name, family) in SdkNames.Known)
        {
            var at = Find(sdkVersion, token);
            if (at < 0)
                continue;
            var rest = sdkVersion.AsSpan(at + token.Length).TrimStart('/');
            return Refine(name, VersionOf(rest), family, sdkVersion);
        }
        var slash = sdkVersion.IndexOf('/');
        return slash <= 0
            ? new SdkIdentity(sdkVersion, null, SdkFamily.Unknown)
            : new SdkIdentity(sdkVersion[..slash], VersionOf(sdkVersion.AsSpan(slash + 1)), SdkFamily.Unknown);
    }

    /// <summary>An <c>sdkVersion</c> that tells as much as a name and a version do.</summary>
    public static string TextOf(string? name, string? version) =>
        name switch
        {
            null => "",
            "Eclipse ThreadX" => $"azsdk-c/{version} azrtos",
            "FreeRTOS" => $"azsdk-c/{version} FreeRTOS",
            "Arduino" => $"azsdk-c/{version} (ard;)",
            _ when Array.Find(SdkNames.Known, k => k.Name == name).Token is { } token =>
                $"{token.TrimEnd('/')}/{version}",
            _ => version is null ? name : $"{name}/{version}",
        };

    private static int Find(string text, string token)
    {
        for (
            var at = text.IndexOf(token, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(token, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('-' or '.'))
                return at;
        }
        return -1;
    }

    private static SdkIdentity Refine(string name, string? version, SdkFamily family, string whole)
    {
        if (family != SdkFamily.EmbeddedC)
            return new SdkIdentity(name, version, family);
        if (whole.Contains("azrtos", StringComparison.OrdinalIgnoreCase))
            return new SdkIdentity("Eclipse ThreadX", version, SdkFamily.ThreadX);
        if (whole.Contains("FreeRTOS", StringComparison.OrdinalIgnoreCase))
            return new SdkIdentity("FreeRTOS", version, SdkFamily.FreeRtos);
        return Arduino().IsMatch(whole)
            ? new SdkIdentity("Arduino", version, SdkFamily.Arduino)
            : new SdkIdentity(name, version, family);
    }

    private static string? VersionOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '(', ';');
        if (end >= 0)
            text = text[..end];
        return text.Length == 0 ? null : text.ToString();
    }

    [GeneratedRegex(@"\(ard[;)]", RegexOptions.IgnoreCase)]
    private static partial Regex Arduino();
}
