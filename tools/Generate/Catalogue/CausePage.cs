using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>The page of one cause, for people: what the log shows, how it is told apart, what to do.</summary>
internal sealed class CausePage(DisconnectSolution cause)
{
    private static readonly TopicTexts Texts = TopicTexts.In("en");
    private static readonly IReadOnlyDictionary<string, string[]> Signs = CauseSigns.Read();

    public static IReadOnlyList<CausePage> All { get; } =
    [
        .. DisconnectCatalogue
            .For(CultureInfo.InvariantCulture)
            .All.Where(solution => solution.Cause is not null)
            .Select(solution => new CausePage(solution)),
    ];

    public string Name => cause.Name;

    public string Summary => cause.Summary;

    public string Render()
    {
        var page = new StringBuilder($"# {cause.Name}\n\n{cause.Summary}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- Who acts: {Texts.PartyOf(cause)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Part of normal operation: {Texts.ExpectedOf(cause)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Reaches as a rule: {cause.Scope}\n");
        if (cause.ErrorCodes.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"- Typical codes: {string.Join(", ", cause.ErrorCodes)}\n");
        page.Append("\n## Symptom\n\n");
        if (cause.Symptom is int symptom)
            page.Append(CultureInfo.InvariantCulture, $"Symptom {symptom}: {Texts.Symptoms[symptom - 1]}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{cause.Meaning}\n");
        AppendList(page, "How it is told apart", Signs[cause.Name]);
        AppendList(page, "What to do", cause.Solution.Split('\n'));
        AppendList(page, "Links", cause.Links.Select(link => $"<{link}>"));
        return page.ToString();
    }

    private static void AppendList(StringBuilder page, string heading, IEnumerable<string> items)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");
        foreach (var item in items)
            page.Append(CultureInfo.InvariantCulture, $"- {item}\n");
    }
}
