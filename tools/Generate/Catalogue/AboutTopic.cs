using System.Globalization;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>Renders the about_IoTHubDisconnect topic from the catalogue.</summary>
internal sealed class AboutTopic(CultureInfo culture)
{
    private static readonly string[] Cmdlets =
    [
        "Get-DeviceDisconnect",
        "Resolve-DisconnectCause",
        "Measure-DisconnectCause",
        "Compare-DisconnectCause",
        "Export-DisconnectReport",
        "New-DisconnectAlertRule",
        "Get-DisconnectSolution",
    ];

    private readonly DisconnectCatalogue _catalogue = DisconnectCatalogue.For(culture);
    private readonly TopicTexts _texts = TopicTexts.In(culture.TwoLetterISOLanguageName);
    private readonly HelpText _help = new();

    public string Render()
    {
        // The help system takes the fifth line for the synopsis.
        _help.Heading(_texts.Headings["topic"]).Line(4, "about_IoTHubDisconnect");
        _help.Heading(_texts.Headings["short"]).Line(4, _texts.Short);
        _help.Heading(_texts.Headings["long"]);
        foreach (var paragraph in _texts.Long)
            _help.Paragraph(4, paragraph).Line(0, "");
        _help.Line(8, "Get-DeviceDisconnect -Path ./logs | Resolve-DisconnectCause");
        RenderSymptoms();
        RenderCauses();
        RenderCodes();
        _help.Heading(_texts.Headings["seeAlso"]);
        foreach (var cmdlet in Cmdlets)
            _help.Line(4, cmdlet);
        return _help.Line(4, _catalogue.Find(404104)!.HelpUri.AbsoluteUri).ToString();
    }

    private void RenderSymptoms()
    {
        _help.Heading(_texts.Headings["symptoms"]).Paragraph(4, _texts.SymptomsLead);
        for (var symptom = 1; symptom <= _texts.Symptoms.Length; symptom++)
        {
            string[] causes = [.. Causes.Where(cause => cause.Symptom == symptom).Select(cause => cause.Name)];
            _help.Line(0, "").Paragraph(4, _texts.Symptoms[symptom - 1], $"{symptom}. ");
            _help.Paragraph(7, $"{_texts.Labels["causes"]}: {string.Join(", ", causes)}");
        }
    }

    private void RenderCauses()
    {
        _help.Heading(_texts.Headings["causes"]).Paragraph(4, _texts.CausesLead);
        foreach (var cause in Causes)
        {
            _help.Line(0, "").Line(4, cause.Name);
            _help.Paragraph(8, cause.Summary).Paragraph(8, cause.Meaning).Line(0, "");
            Label("whoActs", _texts.PartyOf(cause));
            Label("expected", _texts.ExpectedOf(cause));
            if (cause.Symptom is int symptom)
                Label("symptom", symptom.ToString(CultureInfo.InvariantCulture));
            if (cause.ErrorCodes.Count > 0)
                Label("codes", string.Join(", ", cause.ErrorCodes));
            _help.Line(8, $"{_texts.Labels["solution"]}:");
            foreach (var step in cause.Solution.Split('\n'))
                _help.Paragraph(8, step, "- ");
            _help.Line(8, cause.HelpUri.AbsoluteUri);
        }
    }

    private void RenderCodes()
    {
        _help.Heading(_texts.Headings["codes"]).Paragraph(4, _texts.CodesLead);
        foreach (var code in _catalogue.All.Where(solution => solution.ErrorCode is not null))
        {
            _help
                .Line(0, "")
                .Line(4, $"{code.ErrorCode}  {code.Name}  ({_texts.Labels["whoActs"]}: {_texts.PartyOf(code)})");
            _help.Paragraph(12, code.Summary);
        }
    }

    private IEnumerable<DisconnectSolution> Causes => _catalogue.All.Where(solution => solution.Cause is not null);

    private void Label(string label, string value) => _help.Paragraph(8, value, $"{_texts.Labels[label]}: ");
}
