using FleetGenerator.Logs;

namespace HubStandIn.Tests;

internal static class RowTexts
{
    /// <summary>What the rows say, in short: + for a connection, - for its end, the code if there is one.</summary>
    public static string Story(this StandInHub hub) => string.Join(' ', hub.Rows.Select(Text));

    private static string Text(LogRow row) => (row.IsConnect ? "+" : "-") + row.ResultType;
}
