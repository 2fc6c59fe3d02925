using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>Minutes in which devices that are usually connected to the hub were missing.</summary>
public sealed class ConnectedDeviceDip
{
    internal ConnectedDeviceDip(
        DateTimeOffset start,
        DateTimeOffset lowestAt,
        DateTimeOffset end,
        double usual,
        double lowest
    )
    {
        Start = start;
        LowestAt = lowestAt;
        End = end;
        Usual = usual;
        Lowest = lowest;
    }

    /// <summary>The begin of the first minute, UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The first minute of the lowest count, UTC: devices were lost until then.</summary>
    public DateTimeOffset LowestAt { get; }

    /// <summary>The end of the last minute, UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How many devices are usually connected.</summary>
    public double Usual { get; }

    /// <summary>How many were at the lowest.</summary>
    public double Lowest { get; }

    /// <summary>The share of the usual devices that were missing at the lowest, 0 to 1.</summary>
    public double Share => (Usual - Lowest) / Usual;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Start.UtcDateTime:yyyy-MM-dd HH:mm}Z {(End - Start).TotalMinutes} min, {Usual:0} to {Lowest:0}"
        );
}
