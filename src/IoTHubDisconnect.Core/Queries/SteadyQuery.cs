using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Queries;

/// <summary>
/// Has the log engine sum up the devices whose closings follow one pattern, and give the rows of those alone that need a closer look.
/// A device's rows are all in one slice.
/// </summary>
/// <param name="Connections">The rows, of all devices.</param>
/// <param name="Report">What is to be summed up of them.</param>
/// <param name="Sum">The sums that are wanted.</param>
/// <param name="Devices">Devices to be summed up; null for all.</param>
internal sealed record SteadyQuery(
    ConnectionQuery Connections,
    TimePeriod Report,
    SumRequest Sum,
    DeviceSelection? Devices = null
) : ISliceQuery
{
    /// <summary>The engine sorts a part on one of its machines.</summary>
    private const long RowsInPart = 500_000;

    private static readonly string Text = EmbeddedResource.ReadText("steady.kql");

    public LogTarget Target => Connections.Target;

    /// <summary>The parts to ask for a time's rows in.</summary>
    public static IEnumerable<LogSlice> Parts(TimePeriod read, long rows)
    {
        var parts = (int)Math.Clamp((rows + RowsInPart - 1) / RowsInPart, 1, LogSlice.MostParts);
        return Enumerable
            .Range(0, parts)
            .Select(part => new LogSlice(read, 0)
            {
                Part = part,
                Parts = parts,
                IsOfDevices = true,
            });
    }

    public LogQuery Rows(LogSlice slice) =>
        new(
            Target,
            $"""
            let Begin = {Kql.Time(slice.Period.Start)};
            let End = {Kql.Time(slice.Period.End)};
            let ReportBegin = {Kql.Time(Report.Start)};
            let ReportEnd = {Kql.Time(Report.End)};
            let Codes = dynamic([{string.Join(", ", Sum.ErrorCodes ?? [])}]);
            let IsReported = (Device: string) {"{"} {Devices?.Condition("Device") ?? "true"} {"}"};
            let By = "{Sum.By}";
            let Part = {slice.Part};
            let Parts = {slice.Parts};
            let Connections = {Connections.Source(slice.Period)};
            {Text}
            """,
            slice.Period.Start,
            slice.Period.End
        );
}
