using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect;

/// <summary>
/// What the documentation says about an error code or a cause: what it means, who acts, and what to do.
/// </summary>
public sealed class DisconnectSolution
{
    internal DisconnectSolution(CatalogueEntry entry, EntryText text, string language, string locale)
    {
        Name = entry.Name;
        ErrorCode = entry.ErrorCode;
        Cause = entry.Cause;
        Summary = text.Summary;
        Meaning = text.Meaning;
        WhoActs = entry.WhoActs;
        IsExpected = entry.IsExpected;
        Symptom = entry.Symptom;
        Scope = entry.Scope;
        Solution = string.Join('\n', text.Steps);
        Links = new([.. entry.Links.Select(link => LearnLocale.Localize(link, locale))]);
        PossibleCauses = new([.. entry.PossibleCauses]);
        ErrorCodes = new([.. entry.ErrorCodes]);
        Culture = language;
    }

    /// <summary>
    /// The code's or cause's symbolic name, or the family such as <c>400xxx</c> for a code without a documented name.
    /// </summary>
    public string Name { get; }

    /// <summary>The error code; null for a cause or a whole family of codes.</summary>
    public int? ErrorCode { get; }

    /// <summary>The cause; null for an error code.</summary>
    public CauseName? Cause { get; }

    /// <summary>What it means, in one line.</summary>
    public string Summary { get; }

    /// <summary>What it means, in full.</summary>
    public string Meaning { get; }

    /// <summary>Who has to act first.</summary>
    public ResponsibleParty WhoActs { get; }

    /// <summary>
    /// True for what belongs to normal operation, false for trouble, null where it depends on the circumstances.
    /// </summary>
    public bool? IsExpected { get; }

    /// <summary>
    /// The symptom of Microsoft's article on 404104: 1 (regular), 2 (random) or 3 (many devices at once); null for
    /// none.
    /// </summary>
    public int? Symptom { get; }

    /// <summary>How far the cause reaches as a rule; null for an error code.</summary>
    public DisconnectScope? Scope { get; }

    /// <summary>What to do: one step a line, the most likely first.</summary>
    public string Solution { get; }

    /// <summary>The page to read first.</summary>
    public Uri HelpUri => Links[0];

    /// <summary>
    /// Every page that helps, <see cref="HelpUri"/> first; those of learn.microsoft.com in the reader's locale.
    /// </summary>
    public TextList<Uri> Links { get; }

    /// <summary>The causes that may show this error code; empty for a cause.</summary>
    public TextList<CauseName> PossibleCauses { get; }

    /// <summary>The error codes that this cause typically shows; empty for an error code.</summary>
    public TextList<int> ErrorCodes { get; }

    /// <summary>The language of the texts, such as <c>en</c> or <c>tr</c>.</summary>
    public string Culture { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal DisconnectSolution Copy() => (DisconnectSolution)MemberwiseClone();
}
