using System.Globalization;

namespace IoTHubDisconnect.Catalogue;

/// <summary>Puts the reader's locale into links to learn.microsoft.com.</summary>
internal static class LearnLocale
{
    private const string Learn = "https://learn.microsoft.com/";

    /// <summary>The locale as the site spells it, such as <c>tr-tr</c>; empty for the invariant culture, where the site chooses.</summary>
    public static string Of(CultureInfo culture)
    {
        CultureInfo specific = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;
        string[] parts = specific.Name.ToLowerInvariant().Split('-');
        string language = parts[0];
        string? region = parts.Skip(1).LastOrDefault(part => part.Length == 2);
        if (region is not null)
            // The site tells Serbian scripts apart (sr-latn-rs), but Chinese only by region (zh-cn, zh-tw).
            return language != "zh" && parts.Length == 3 && parts[1].Length == 4 ? specific.Name.ToLowerInvariant() : $"{language}-{region}";

        // Regions such as 419 (Latin America) are unknown to the site: the language's own default is the next best.
        return culture.Parent.Name.Length > 0 && !culture.IsNeutralCulture ? Of(culture.Parent) : "";
    }

    public static Uri Localize(string link, string locale)
    {
        if (link.StartsWith("https://", StringComparison.Ordinal))
            return new Uri(link);
        return new Uri(locale.Length == 0 ? Learn + link : $"{Learn}{locale}/{link}");
    }
}
