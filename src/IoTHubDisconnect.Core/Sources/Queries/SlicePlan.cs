namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Cuts a log into slices whose rows fit into an answer.</summary>
internal static class SlicePlan
{
    /// <summary>What waits in memory until its answer is whole.</summary>
    private const long MostRows = 500_000;

    // A fifth and half of what the service gives at most, for sizes are estimated:
    // https://learn.microsoft.com/azure/azure-monitor/service-limits#log-queries-and-language.
    private const long MostKinds = 100_000;
    private const long MostBytes = 32_000_000;

    /// <summary>
    /// None where there are no rows, else shares of the devices, each of them for all of the time: what a device's
    /// rows have in common then comes once.
    /// </summary>
    public static IEnumerable<LogSlice> Cut(TimePeriod period, LogSize size)
    {
        if (size.Rows == 0)
            return [];
        var shares = Math.Max(
            Math.Max((double)size.Rows / MostRows, (double)size.Kinds / MostKinds),
            size.Bytes / MostBytes
        );
        var parts = (int)Math.Clamp(Math.Ceiling(shares), 1, LogSlice.MostParts);
        return Enumerable
            .Range(0, parts)
            .Select(part => new LogSlice(period, size.Rows / parts + (part < size.Rows % parts ? 1 : 0))
            {
                Part = part,
                Parts = parts,
            });
    }
}
