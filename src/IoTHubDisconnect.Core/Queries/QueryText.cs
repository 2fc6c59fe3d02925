using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Queries;

/// <summary>Queries for people: to run in the portal, headed by what they are.</summary>
internal static partial class QueryText
{
    /// <summary>The rows that the request's disconnects are found in.</summary>
    public static string OfRows(LogRequest request, string place) =>
        $"""
            // The rows that Get-DeviceDisconnect goes by{(
                request.Devices is null ? "" : ", of the devices asked for"
            )}.
            {Header(request, place)}
            {new ConnectionQuery(request.Targets[0], request.Table, request.Devices).Rows(
                new LogSlice(request.Read, 0)
            ).Text}
            | order by TimeGenerated asc
            """;

    /// <summary>The sums over steady devices, and the rows of the others.</summary>
    public static string OfSums(LogRequest request, SumRequest sum, string place) =>
        $"""
            // What Measure-DisconnectCause has the log engine do: rows whose OperationName is deviceSteady hold the sums over devices
            // that are all alike, other rows are of devices that need a closer look. A large log is asked for in parts: see Part and Parts.
            {Header(request, place)}
            {new SteadyQuery(
                new ConnectionQuery(request.Targets[0], request.Table),
                request.Period,
                sum,
                request.Devices
            ).Rows(SteadyQuery.Parts(request.Read, 0).First()).Text}
            """;

    private static string Header(LogRequest request, string place) =>
        $"""
            // Period: {request.Period}. What lies around it is read as evidence.
            // Place: {LineEnds().Replace(place, " ")}
            """;

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+")]
    private static partial Regex LineEnds();
}
