using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>How the disconnects of one cause differ between two periods, or between two hubs.</summary>
public sealed class DisconnectComparison
{
    internal DisconnectComparison() { }

    /// <summary>The cause.</summary>
    public CauseName Cause { get; internal init; }

    /// <summary>What became of it, judged by the rates and by who is still away.</summary>
    public DisconnectChange Change { get; internal init; }

    /// <summary>
    /// Whether the difference is more than chance, at the level asked for and with all causes that were compared taken
    /// into account.
    /// </summary>
    public bool IsSignificant { get; internal init; }

    /// <summary>
    /// How often chance alone makes a difference as large, 0 to 1, for this cause by itself. One device's disconnects
    /// stand and fall together, and so do those that one incident brought to many devices.
    /// </summary>
    public double PValue { get; internal init; }

    /// <summary><see cref="PValue"/> after Holm, for as many causes as were compared.</summary>
    public double AdjustedPValue { get; internal init; }

    /// <summary>
    /// Whether there are more disconnects that do not belong to normal operation, by more than chance. A rise of those
    /// that do, and the odd one among them that was late, is none.
    /// </summary>
    public bool IsMoreTrouble { get; internal init; }

    /// <summary>
    /// True where all disconnects of the difference belong to normal operation, their devices back in time, false where
    /// none does, null where some do; of the reference where the difference has none.
    /// </summary>
    public bool? IsExpected =>
        (
            DifferenceCount > 0 ? (DifferenceExpectedCount, DifferenceCount) : (ReferenceExpectedCount, ReferenceCount)
        ) switch
        {
            var (expected, all) when expected == all => true,
            (0, _) => false,
            _ => null,
        };

    /// <summary>Disconnects in the reference.</summary>
    public long ReferenceCount { get; internal init; }

    /// <summary>Those of them that belong to normal operation.</summary>
    public long ReferenceExpectedCount { get; internal init; }

    /// <summary>Disconnects in the difference.</summary>
    public long DifferenceCount { get; internal init; }

    /// <summary>Those of them that belong to normal operation.</summary>
    public long DifferenceExpectedCount { get; internal init; }

    /// <summary>Devices and modules with such disconnects in the reference.</summary>
    public int ReferenceDeviceCount { get; internal init; }

    /// <summary>Devices and modules with such disconnects in the difference.</summary>
    public int DifferenceDeviceCount { get; internal init; }

    /// <summary>
    /// Devices and modules that went with it in the reference, not as part of normal operation, and were not seen
    /// again: not by the end of the log, nor in the difference. 0 where <see cref="Basis"/> is Device.
    /// </summary>
    public int StillAwayCount { get; internal init; }

    /// <summary>Disconnects a day in the reference; a day and a device where <see cref="Basis"/> is Device.</summary>
    public double ReferenceRate { get; internal init; }

    /// <summary>Disconnects a day in the difference; a day and a device where <see cref="Basis"/> is Device.</summary>
    public double DifferenceRate { get; internal init; }

    /// <summary>
    /// <see cref="DifferenceRate"/> as a multiple of <see cref="ReferenceRate"/>; null where there was none.
    /// </summary>
    public double? Ratio => ReferenceRate == 0 ? null : DifferenceRate / ReferenceRate;

    /// <summary>How long the reference is.</summary>
    public TimeSpan ReferencePeriod { get; internal init; }

    /// <summary>How long the difference is.</summary>
    public TimeSpan DifferencePeriod { get; internal init; }

    /// <summary>What chance was told apart from.</summary>
    public ComparisonBasis Basis { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Cause} {Change}: {ReferenceCount} -> {DifferenceCount} "
                + $"({(IsSignificant ? "more than" : "may be")} chance)"
        );
}
