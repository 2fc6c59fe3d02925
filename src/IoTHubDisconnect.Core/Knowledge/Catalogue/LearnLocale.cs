using System.Globalization;

namespace IoTHubDisconnect.Knowledge;

/// <summary>Puts the reader's locale into links to learn.microsoft.com.</summary>
internal static class LearnLocale
{
    private const string Learn = "https://learn.microsoft.com/";

    /// <summary>
    /// The locale as the site spells it, such as <c>tr-tr</c>; empty where the site chooses: for the invariant culture,
    /// and for one that there is not, as of a name with a slip.
    /// </summary>
    public static string Of(CultureInfo culture)
    {
        if (!IsKnown(culture))
            return "";
        var specific = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;
        var name = specific.Name.ToLowerInvariant();
        var parts = name.Split('-');
        if (Array.FindLast(parts[1..], part => part.Length == 2) is string region)
        {
            // The site tells Serbian scripts apart (sr-latn-rs), but Chinese only by region (zh-cn, zh-tw).
            var hasScript = parts is [not "zh", { Length: 4 }, _];
            return hasScript ? name : $"{parts[0]}-{region}";
        }

        // Regions such as 419 (Latin America) are unknown to the site: the language's own default is the next best.
        var isLast = culture.IsNeutralCulture || culture.Parent.Name.Length == 0;
        return isLast ? "" : Of(culture.Parent);
    }

    /// <summary>Whatever is formed like a name makes a culture.</summary>
    private static bool IsKnown(CultureInfo culture)
    {
        try
        {
            return CultureInfo.GetCultureInfo(culture.Name, predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    public static HelpLink Localize(string link, string locale)
    {
        if (link.StartsWith("https://", StringComparison.Ordinal))
            return new HelpLink(link);
        return new HelpLink(locale.Length == 0 ? Learn + link : $"{Learn}{locale}/{link}");
    }
}
