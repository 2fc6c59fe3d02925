namespace IoTHubDisconnect.Hubs;

/// <summary>A minute of a metric; null where nothing was measured, which is not 0.</summary>
internal readonly record struct MetricPoint(DateTimeOffset Time, double? Average, double? Minimum, double? Maximum)
{
    /// <summary>The lowest figure that there is: a dip of seconds shows in the minimum only.</summary>
    public double? Lowest => Minimum ?? Average ?? Maximum;
}
