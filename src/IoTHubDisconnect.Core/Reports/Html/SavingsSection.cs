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
            <div class="card">{Cells.Table(language["savings"], "savings-table", Html.Of($"""
            {Cells.Heads(new(language["fix"]), new(language["saved"], IsNumber: true), new(language["share"], IsNumber: true, HasBar: true))}
            <tbody>{Html.Each(content.Savings, s => Html.Of($"""
            <tr data-name="{s.Fix.ToString()}"><th scope="row">{language[$"fix.{s.Fix}"]}<span class="small">{BasisOf(s, language)}</span></th>{Cells.Number(s.Count, language)}{Cells.Share(s.Share, language)}</tr>
            """))}</tbody>
            """))}</div>
            """
        );
    }

    public static string BasisOf(DisconnectSaving saving, ReportLanguage language)
    {
        var (shortest, longest) = (
            language.Lifetime(saving.ShortestLifetime),
            language.Lifetime(saving.LongestLifetime)
        );
        return language.Format(
            $"basis.{saving.Fix}",
            saving.ConcernedCount,
            shortest == longest ? shortest : language.Format("lifetimes", shortest, longest)
        );
    }
}
