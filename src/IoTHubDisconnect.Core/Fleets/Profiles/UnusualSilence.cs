using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Tells who went for good where a log has ends alone: of whoever came back, another end would follow.
/// </summary>
internal static class UnusualSilence
{
    /// <summary>From the device's last row to the log's is twice as long as ever between two of its ends.</summary>
    public static bool IsAfter(DisconnectRecords records, DateTimeOffset lastRow)
    {
        const int several = 4,
            asLong = 2;
        if (records.Length < several)
            return false;
        var longest = 0L;
        for (var i = 1; i < records.Length; i++)
            longest = Math.Max(longest, records[i].Time - records[i - 1].LastRowAt);
        return lastRow.UtcTicks - records[^1].LastRowAt > asLong * longest;
    }
}
