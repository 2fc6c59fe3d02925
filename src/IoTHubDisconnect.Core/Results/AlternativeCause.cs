using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>Another cause worth a thought.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Confidence">How likely it is, 0 to 1.</param>
public sealed record AlternativeCause(CauseName Cause, double Confidence)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for other text.</summary>
    internal static AlternativeCause? Parse(string text) =>
        text.Split(' ') is [var name, var confidence]
        && Enum.TryParse<CauseName>(name, out var cause)
        && double.TryParse(confidence, CultureInfo.InvariantCulture, out var part)
            ? new AlternativeCause(cause, part)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cause} {Confidence:0.00}");
}
