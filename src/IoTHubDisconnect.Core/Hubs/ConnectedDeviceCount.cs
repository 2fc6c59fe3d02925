using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>
/// How many devices were connected to a hub in one minute: the metric <c>connectedDeviceCount</c>, with dips marked.
/// </summary>
public sealed class ConnectedDeviceCount
{
    internal ConnectedDeviceCount(string resourceId, Hubs.MetricPoint point, double? usual, bool isDip)
    {
        ResourceId = resourceId;
        Time = point.Time;
        Average = point.Average;
        Minimum = point.Minimum;
        Maximum = point.Maximum;
        Usual = usual;
        IsDip = isDip;
        Depth = isDip ? usual - point.Lowest : null;
    }

    /// <summary>The begin of the minute, UTC.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The hub's name.</summary>
    public string HubName => Hubs.HubResourceId.NameOf(ResourceId);

    /// <summary>The hub's ARM resource id.</summary>
    public string ResourceId { get; }

    /// <summary>The minute's average; null where nothing was measured, which is not 0.</summary>
    public double? Average { get; }

    /// <summary>The minute's lowest; null where nothing was measured.</summary>
    public double? Minimum { get; }

    /// <summary>The minute's highest; null where nothing was measured.</summary>
    public double? Maximum { get; }

    /// <summary>The level of the minutes before, dips left out; null until enough of them are known.</summary>
    public double? Usual { get; }

    /// <summary>
    /// Whether devices went missing suddenly, and came back within three hours or are missing still. A level that
    /// stays, as at night, is no dip.
    /// </summary>
    public bool IsDip { get; }

    /// <summary>How many devices were missing at the lowest of the minute; null where it is no dip.</summary>
    public double? Depth { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Time.UtcDateTime:yyyy-MM-dd HH:mm}Z {Average:0.#}{(IsDip ? $" dip of {Depth:0.#}" : "")}"
        );
}
