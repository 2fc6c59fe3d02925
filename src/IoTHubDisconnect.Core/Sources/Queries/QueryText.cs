using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Queries for people: to run in the portal, headed by what they are.</summary>
internal static partial class QueryText
{
    /// <summary>The rows that the request's disconnects are found in, one by one.</summary>
    public static string OfRows(LogRequest request, string place) =>
        $"""
            // The rows that Get-DeviceDisconnect and Measure-DisconnectCause go by{(
                request.Devices is null ? "" : ", of the devices asked for"
            )}.
            {Header(request, place)}
            {new ConnectionQuery(request.Targets[0], request.Table, request.Devices).Rows(
                request.Read
            ).Text}
            | order by TimeGenerated asc
            """;

    /// <summary>The same rows as they are asked for.</summary>
    public static string OfPackedRows(LogRequest request, string place) =>
        $"""
            // What Get-DeviceDisconnect and Measure-DisconnectCause ask for: rows that say the same are one row with the list of their times,
            // in ticks of 100 ns after the begin. A large log is asked for in parts, by hash(properties_s).
            {Header(request, place)}
            {new ConnectionQuery(request.Targets[0], request.Table, request.Devices).Packed(
                new LogSlice(request.Read, 0)
            ).Text}
            """;

    private static string Header(LogRequest request, string place) =>
        $"""
            // Period: {request.Period}. What lies around it is read as evidence.
            // Place: {LineEnds().Replace(place, " ")}
            """;

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+")]
    private static partial Regex LineEnds();
}
