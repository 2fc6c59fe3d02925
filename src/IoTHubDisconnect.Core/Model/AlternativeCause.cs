using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>Another cause worth a thought.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Confidence">How likely it is, 0 to 1.</param>
public sealed record AlternativeCause(CauseName Cause, double Confidence)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cause} {Confidence:0.00}");
}
