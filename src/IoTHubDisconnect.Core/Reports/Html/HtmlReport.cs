using System.Security.Cryptography;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>A report as one page that needs nothing beside it: no network, no script, no other file.</summary>
internal static class HtmlReport
{
    private static readonly string Style = EmbeddedResource.ReadText("report.css");

    // Only the style sheet of the page itself may be used, and nothing may be fetched.
    private static readonly string Policy =
        $"default-src 'none'; style-src "
        + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; "
        + $"base-uri 'none'; form-action 'none'";

    public static string Of(ReportContent content, ReportLanguage language, DateTimeOffset made)
    {
        (string Id, Html Body)[] sections =
        [
            ("away", AwaySection.Of(content, language)),
            ("attention", DevicesSection.Of(content, language)),
            ("areas", AreasSection.Of(content, language)),
            ("timeline", TimelineSection.Of(content, language)),
            ("causes", CausesSection.Of(content, language)),
            ("savings", SavingsSection.Of(content, language)),
            ("sites", SitesSection.Of(content, language)),
            ("sdks", SdksSection.Of(content, language)),
            ("unknown", UnknownSection.Of(content, language)),
        ];
        var shown = sections.Where(s => s.Body != Html.None).ToArray();
        return Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{language.Name}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Html(Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            <title>{content.Title}: {Story.Headline(content, language)}</title>
            <style>{new Html(Style)}</style>
            </head>
            <body>
            <a class="skip" href="#report">{language["skip"]}</a>
            {Shapes.Patterns}
            {StorySection.Header(content, language)}
            <nav aria-label="{language["contents"]}"><ul>{Html.Each(shown, s => Html.Of($"""<li><a href="#{s.Id}">{language[s.Id]}</a></li>"""))}</ul></nav>
            <main id="report">
            {Html.Each(shown, s => Html.Of($"""
            <section id="{s.Id}" aria-labelledby="{s.Id}-heading">
            <h2 id="{s.Id}-heading">{language[s.Id]}</h2>
            {s.Body}
            </section>

            """))}</main>
            <footer><p>{language["footer.estimates"]}</p><p>{language.Format("made", ReportLanguage.Time(made), ModuleVersion)}</p></footer>
            </body>
            </html>

            """
        ).Markup;
    }

    internal static string ModuleVersion { get; } = typeof(HtmlReport).Assembly.GetName().Version!.ToString(3);
}
