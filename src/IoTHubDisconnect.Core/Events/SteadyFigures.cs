using System.Text.Json;

namespace IoTHubDisconnect.Events;

/// <summary>
/// What the disconnects of devices that are all alike come to, summed up by the log engine. The rows of one of them, the sample, are in the
/// log: its cause is the cause of all.
/// </summary>
internal sealed record SteadyFigures
{
    /// <summary>Marks the rows that hold figures.</summary>
    public static ReadOnlySpan<byte> Operation => "deviceSteady"u8;

    /// <summary>The sample's number.</summary>
    public int Sample { get; init; }

    /// <summary>The device, when summed up by device; else empty.</summary>
    public string Device { get; init; } = "";

    /// <summary>The module, when summed up by device; empty for the device itself.</summary>
    public string Module { get; init; } = "";

    /// <summary>The masked address, when summed up by site.</summary>
    public string Address { get; init; } = "";

    /// <summary>The SDK as logged, when summed up by SDK.</summary>
    public string Sdk { get; init; } = "";

    /// <summary>The hour, UTC, when summed up by hour.</summary>
    public DateTime? Hour { get; init; }

    /// <summary>Devices with disconnects to report.</summary>
    public int Devices { get; init; }

    /// <summary>Devices, whether they have any to report or not.</summary>
    public int AllDevices { get; init; }

    /// <summary>Disconnects to report.</summary>
    public long Closings { get; init; }

    public DateTime? First { get; init; }

    public DateTime? Last { get; init; }

    /// <summary>Disconnects that a connection was seen to follow.</summary>
    public long Returns { get; init; }

    /// <summary>Seconds of all downtimes together.</summary>
    public double Downtime { get; init; }

    /// <summary>Downtimes, in seconds, in the middle of as many equal shares of them.</summary>
    public double?[]? Downtimes { get; init; }

    /// <exception cref="InvalidDataException">They are not what was asked for.</exception>
    public static SteadyFigures Parse(int sample, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<SteadyFigures>(json)! with { Sample = sample };
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The answer's sums cannot be read: {exception.Message}", exception);
        }
    }
}
