using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Queries;

/// <summary>The rows of the category Connections at one place, as queries for them.</summary>
/// <param name="Target">Where they are.</param>
/// <param name="Table">A table with the columns of AzureDiagnostics.</param>
/// <param name="Devices">The devices whose rows are wanted; null for all.</param>
internal sealed record ConnectionQuery(
    LogTarget Target,
    string Table = ConnectionQuery.DefaultTable,
    DeviceSelection? Devices = null
)
{
    public const string DefaultTable = "AzureDiagnostics";

    /// <summary>How many rows there are in each stretch of time: <c>Bin</c> and <c>Rows</c>.</summary>
    public LogQuery Counts(TimePeriod period, TimeSpan bin) =>
        Query(
            period,
            $"""
            {Source(period)}
            | summarize Rows = count() by Bin = bin(TimeGenerated, {Kql.Duration(bin)})
            """
        );

    /// <summary>The rows of a slice.</summary>
    public LogQuery Rows(LogSlice slice) =>
        Query(
            slice.Period,
            $"""
            {Source(slice.Period)}{(
                slice.Parts == 1 ? "" : $"\n| where hash(properties_s, {slice.Parts}) == {slice.Part}"
            )}
            | project TimeGenerated, ResourceId = coalesce(column_ifexists("ResourceId", ""), column_ifexists("_ResourceId", "")), OperationName,
                Level = column_ifexists("Level", ""), ResultType = tostring(column_ifexists("ResultType", "")), ResultDescription = column_ifexists("ResultDescription", ""), properties_s
            """
        );

    /// <summary>The rows of a time with <c>properties_s</c>, which lies in <c>AdditionalFields</c> once a table has its 500 columns.</summary>
    /// <remarks>https://learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics#additionalfields-column</remarks>
    public string Source(TimePeriod period) =>
        $"""
            {Kql.Name(Table)}
            | where TimeGenerated >= {Kql.Time(period.Start)} and TimeGenerated < {Kql.Time(period.End)}
            | where Category =~ "Connections" and column_ifexists("ResourceProvider", "MICROSOFT.DEVICES") =~ "MICROSOFT.DEVICES"
            | extend Overflow = todynamic(column_ifexists("AdditionalFields", ""))
            | extend properties_s = coalesce(tostring(column_ifexists("properties_s", "")), tostring(Overflow.properties_s)){OfDevices}
            """;

    private string OfDevices =>
        Devices is null
            ? ""
            : $"\n| extend DeviceId = tostring(todynamic(properties_s).deviceId)\n| where {Devices.Condition("DeviceId")}";

    private LogQuery Query(TimePeriod period, string text) => new(Target, text, period.Start, period.End);
}
