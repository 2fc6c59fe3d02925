using System.Globalization;

namespace IoTHubDisconnect.Causes;

/// <summary>The words for what was seen.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Value">What was found.</param>
/// <param name="Expected">What one would find by the documentation; null where there is no such figure.</param>
internal sealed record EvidenceText(Phrase Name, Phrase Value, Phrase? Expected)
{
    public DisconnectEvidence In(CultureInfo culture, double weight) =>
        new(Name.In(culture), Value.In(culture), Expected?.In(culture), weight);
}
