using FleetGenerator.Logs;

namespace HubStandIn.Sessions;

/// <summary>The folders that a diagnostic setting makes in a storage account.</summary>
internal static class ExportFolder
{
    public static void Append(string folder, IEnumerable<LogRow> rows)
    {
        foreach (var file in rows.GroupBy(row => PathOf(folder, row)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Key)!);
            File.AppendAllLines(file.Key, file.Select(RowWriter.ToJson));
        }
    }

    private static string PathOf(string folder, LogRow row)
    {
        var hour = row.ArrivedAt.UtcDateTime;
        return Path.Combine(
            folder,
            "insights-logs-connections",
            $"resourceId={row.ResourceId.ToUpperInvariant()}",
            $"y={hour:yyyy}",
            $"m={hour:MM}",
            $"d={hour:dd}",
            $"h={hour:HH}",
            "m=00",
            "PT1H.json"
        );
    }
}
