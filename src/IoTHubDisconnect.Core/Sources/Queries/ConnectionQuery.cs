using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>The rows of the category Connections at one place, as queries for them.</summary>
/// <param name="Target">Where they are.</param>
/// <param name="Table">A table with the columns of AzureDiagnostics.</param>
/// <param name="Devices">The devices whose rows are wanted; null for all.</param>
/// <param name="Neighbours">Which others' rows are wanted beside them; null for none.</param>
internal sealed record ConnectionQuery(
    LogTarget Target,
    string Table = ConnectionQuery.DefaultTable,
    DeviceSelection? Devices = null,
    NeighbourShare? Neighbours = null
)
{
    public const string DefaultTable = "AzureDiagnostics";

    /// <summary>
    /// Packed rows' columns besides those of a log row: how many rows one stands for, when they were, and
    /// that they have no place for errors.
    /// </summary>
    public const string Count = "Rows",
        Times = "Times",
        Untold = "Untold";

    /// <summary>
    /// With the digits of its times, a list of so many stays far below the megabyte that a cell may have.
    /// </summary>
    public const int MostTimes = 20_000;

    /// <summary>How large a time's log is, as the names of <see cref="LogSize"/> say.</summary>
    public LogQuery Sizes(TimePeriod period) =>
        Query(
            period,
            $"""
            {Source(period)}
            | summarize Rows = count(), Kinds = dcount(strcat(OperationName, {ResultType}, properties_s)), Text = sum(strlen(properties_s))
            """
        );

    /// <summary>
    /// The rows of a slice, packed: those that say the same are one row with the list of their
    /// times, in ticks after the slice's begin.
    /// </summary>
    public LogQuery Packed(LogSlice slice) =>
        Query(
            slice.Period,
            $"""
            {Source(slice.Period)}{(
                slice.Parts == 1 ? "" : $"\n| where hash(properties_s, {slice.Parts}) == {slice.Part}"
            )}
            | extend Ticks = tolong((TimeGenerated - {Kql.Time(slice.Period.Start)}) / 1tick),
                {Untold} = {string.Join(" and ", Outcome.Select(c => $"isnull(column_ifexists(\"{c}\", int(null)))"))}
            | summarize {(
                slice.Parts == 1 ? "" : "hint.strategy=shuffle "
            )}{Count} = count(), {Times} = make_list(Ticks, {MostTimes})
                by {HubAndOperation},
                    {Outcomes}, properties_s, {Untold}
            """
        );

    /// <summary>The rows of a time one by one, for people to look at.</summary>
    public LogQuery Rows(TimePeriod period) =>
        Query(
            period,
            $"""
            {Source(period)}
            | project TimeGenerated, {HubAndOperation},
                {Outcomes}, properties_s
            """
        );

    /// <summary>
    /// The rows of a time with <c>properties_s</c>, which lies in
    /// <c>AdditionalFields</c> once a table has its 500 columns.
    /// </summary>
    /// <remarks>
    /// https://learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics#additionalfields-column
    /// </remarks>
    public string Source(TimePeriod period) =>
        $"""
            {AddressesOfDevices(period)}{Kql.Name(Table)}
            | where TimeGenerated >= {Kql.Time(period.Start)} and TimeGenerated < {Kql.Time(period.End)}
            | where Category =~ "Connections" and column_ifexists("ResourceProvider", "{Provider}") =~ "{Provider}"{Mentions}
            | extend Overflow = todynamic(column_ifexists("AdditionalFields", ""))
            | extend properties_s = coalesce({Optional("properties_s")}, tostring(Overflow.properties_s)){OfDevices}
            """;

    private const string Provider = "MICROSOFT.DEVICES";

    /// <summary>The columns that tell of errors, which not every table has.</summary>
    private static readonly string[] Outcome = ["Level", "ResultType", "ResultDescription"];

    private static string Outcomes => string.Join(", ", Outcome.Select(c => $"{c} = {Optional(c)}"));

    private static string ResultType => Optional("ResultType");

    private static string HubAndOperation =>
        $"ResourceId = coalesce({Optional("ResourceId")}, {Optional("_ResourceId")}, "
        + $"{Optional("Resource")}), OperationName";

    private static string Optional(string column) => $"tostring(column_ifexists(\"{column}\", \"\"))";

    private const string DeviceId = "tostring(todynamic(properties_s).deviceId)",
        Address = "tostring(todynamic(properties_s).maskedIpAddress)";

    private string AddressesOfDevices(TimePeriod period) =>
        Neighbours is { AtAddresses: true }
            ? $"let Addresses = {(this with { Neighbours = null }).Source(period)}\n"
                + $"| summarize by Address = {Address}\n| where isnotempty(Address);\n"
            : "";

    /// <summary>Before any JSON is parsed.</summary>
    private string Mentions =>
        Devices is null || Neighbours is not null
            ? ""
            : $"\n| where {Devices.Mention("column_ifexists(\"properties_s\", \"\")")}"
                + $"\n    or {Devices.Mention("tostring(column_ifexists(\"AdditionalFields\", \"\"))")}";

    private string OfDevices =>
        Devices is null
            ? ""
            : $"\n| extend DeviceId = {DeviceId}\n| where {Devices.Condition("DeviceId")}{OrNeighbours}";

    private string OrNeighbours =>
        Neighbours is null
            ? ""
            : $"\n    or hash(DeviceId, {Neighbours.OneIn}) == 0"
                + (Neighbours.AtAddresses ? $"\n    or {Address} in (Addresses)" : "");

    private LogQuery Query(TimePeriod period, string text) => new(Target, text, period.Start, period.End);
}
