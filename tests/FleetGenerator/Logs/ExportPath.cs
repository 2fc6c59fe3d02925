namespace FleetGenerator.Logs;

/// <summary>The file that a row is kept in, from the folder on that holds the export.</summary>
public static class ExportPath
{
    private const string Container = "insights-logs-connections";

    /// <summary>As Azure Monitor has it in a storage account.</summary>
    public static string InStorage(LogRow row)
    {
        var hour = row.ArrivedAt.UtcDateTime;
        var hub = row.ResourceId.ToUpperInvariant();
        string[] time = [$"y={hour:yyyy}", $"m={hour:MM}", $"d={hour:dd}", $"h={hour:HH}", "m=00"];
        return Path.Combine([Container, $"resourceId={hub}", .. time, "PT1H.json"]);
    }

    /// <summary>Short enough for a package: Azure Automation takes paths of 140 characters.</summary>
    public static string InPackage(LogRow row) =>
        Path.Combine(Container, Path.GetFileName(row.ResourceId), $"{row.ArrivedAt.UtcDateTime:yyyy-MM-dd'T'HH}.json");
}
