namespace AzureStandIn.ResourceManager;

/// <summary>What a metric was in a minute.</summary>
public sealed record MetricValue(double Average, double Minimum, double Maximum);
