namespace IoTHubDisconnect.Reading.Events;

/// <summary>The time of a log's rows, but for those whose time is wrong.</summary>
/// <param name="First">The oldest row, in UTC ticks.</param>
/// <param name="Last">The newest row, in UTC ticks.</param>
/// <param name="Left">Rows that are years away from it.</param>
/// <param name="FirstLeft">The time of the first of them, in UTC ticks; null where there are none.</param>
internal readonly record struct RowEra(long First, long Last, long Left, long? FirstLeft)
{
    public bool Has(long ticks) => ticks >= First && ticks <= Last;
}
