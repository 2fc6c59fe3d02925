namespace IoTHubDisconnect.Reports;

/// <summary>What each fix would save, with what the estimate stands on.</summary>
internal static class SavingsSection
{
    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.Count == 0)
            return Html.None;
        if (content.Savings.Count == 0)
            return Html.Of($"<p class=\"about\">{language["savings.none"]}</p>");
        return Html.Of(
            $"""
            <p class="about">{language["savings.about"]}</p>
            <div class="card">{Cells.Table(
                language["savings"],
                "savings-table",
                [
                    new(language["fix"]),
                    new(language["saved"], IsNumber: true),
                    new(language["share"], IsNumber: true, HasBar: true),
                ],
                content.Savings.Select(s => Row(s, language))
            )}</div>
            """
        );
    }

    private static Cells.Row Row(DisconnectSaving saving, ReportLanguage language) =>
        new(
            Html.Of($" data-name=\"{saving.Fix.ToString()}\""),
            Html.Of($"{language[$"fix.{saving.Fix}"]}<span class=\"small\">{BasisOf(saving, language)}</span>"),
            [Cells.Number(saving.Count, language), Cells.Share(saving.Share, language)]
        );

    public static string BasisOf(DisconnectSaving saving, ReportLanguage language)
    {
        var (shortest, longest) = (
            language.Lifetime(saving.ShortestLifetime),
            language.Lifetime(saving.LongestLifetime)
        );
        return language.Count(
            $"basis.{saving.Fix}",
            saving.ConcernedCount,
            shortest == longest ? shortest : language.Format("lifetimes", shortest, longest)
        );
    }
}
