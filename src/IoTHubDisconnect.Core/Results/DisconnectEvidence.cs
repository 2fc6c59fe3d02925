using System.Globalization;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect;

/// <summary>One fact behind a cause, for a person to check.</summary>
public sealed partial class DisconnectEvidence
{
    internal DisconnectEvidence(string name, string value, string? expected, double weight)
    {
        Name = name;
        Value = PlainText.Of(value);
        Expected = expected;
        Weight = Math.Round(weight, 1);
    }

    /// <summary>What was looked at.</summary>
    public string Name { get; }

    /// <summary>What was found.</summary>
    public string Value { get; }

    /// <summary>What the documented behaviour would lead one to find; null where there is no such figure.</summary>
    public string? Expected { get; }

    /// <summary>
    /// How far this speaks for the cause against the next likely one, in nats: 2.3 makes it ten times
    /// as likely; negative speaks against.
    /// </summary>
    public double Weight { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for other text.</summary>
    internal static DisconnectEvidence? Parse(string text) =>
        Text().Match(text) is { Success: true } match
            ? new DisconnectEvidence(
                match.Groups["name"].Value,
                match.Groups["value"].Value,
                match.Groups["expected"] is { Success: true } expected ? expected.Value : null,
                double.Parse(match.Groups["weight"].ValueSpan, CultureInfo.InvariantCulture)
            )
            : null;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {Value}{(Expected is null ? "" : $" (expected: {Expected})")} [{Weight:+0.0;-0.0;0}]"
        );

    [GeneratedRegex(
        @"^(?<name>.+?): (?<value>.*?)( \(expected: (?<expected>.*)\))? \[(?<weight>[+-]?\d+(\.\d)?)\]$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Text();
}
