namespace IoTHubDisconnect.Reading;

/// <summary>
/// Stands for all rows that are written alike but for time, device, module, address and
/// SDK. A log has some dozens of shapes.
/// </summary>
internal abstract class RecordShape
{
    /// <summary>
    /// What the sink made of the parts that are alike; null as long as it did not say. Once it is set, records of
    /// the shape carry the other parts alone.
    /// </summary>
    internal object? Note { get; set; }
}
