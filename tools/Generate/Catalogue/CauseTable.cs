using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>Renders the README's table of causes, between its markers.</summary>
internal static class CauseTable
{
    private const string Start = "<!-- causes -->";
    private const string End = "<!-- /causes -->";

    private static string Render()
    {
        var texts = TopicTexts.In("en");
        var table = new StringBuilder(
            "| cause | what it means | who acts | expected | typical codes |\n|---|---|---|---|---|\n"
        );
        foreach (
            var cause in DisconnectCatalogue
                .For(CultureInfo.InvariantCulture)
                .All.Where(cause => cause.Cause is not null)
        )
            table.Append(
                CultureInfo.InvariantCulture,
                $"| [`{cause.Name}`]({cause.HelpUri}) | {cause.Summary} | {texts.PartyOf(cause)} | "
                    + $"{texts.ExpectedOf(cause)} | {Codes(cause)} |\n"
            );
        return table.ToString();
    }

    /// <summary>The README with a current table.</summary>
    public static string PlaceIn(string readme)
    {
        var start = readme.IndexOf(Start, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        return start < 0 || end < start
            ? throw new FormatException($"README.md must hold the markers {Start} and {End}.")
            : $"{readme[..start]}{Start}\n{Render()}{readme[end..]}";
    }

    private static string Codes(DisconnectSolution cause) =>
        string.Join(", ", cause.ErrorCodes.Select(code => $"`{code}`"));
}
