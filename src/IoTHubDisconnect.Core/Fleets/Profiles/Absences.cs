using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Tells who was away at a moment. An absence has one record or several, for a device may be refused before it is back.
/// </summary>
internal static class Absences
{
    /// <summary>The record by which a device was away at a moment, UTC ticks; null where none is known to be.</summary>
    public static int? RecordAt(long moment, DeviceProfile device, HubActivity hub) =>
        moment > hub.FirstRow.UtcTicks
        && LastBefore(device.Records, moment) is >= 0 and var last
        && SinceAt(device, last, hub, moment) != 0
            ? last
            : null;

    /// <summary>The last record from before a moment, UTC ticks; -1 where there is none.</summary>
    public static int LastBefore(DisconnectRecords records, long moment)
    {
        var last = records.Length - 1;
        while (last >= 0 && records[last].Time >= moment)
            last--;
        return last;
    }

    /// <summary>
    /// When the device went that has this record, UTC ticks; 0 where it was back by the moment, or where the log does
    /// not tell.
    /// </summary>
    public static long SinceAt(DeviceProfile device, int index, HubActivity hub, long moment) =>
        BackAfter(device.Records, index) is not 0 and var back
            ? back > moment
                ? device.Records[First(device.Records, index)].Time
                : 0
            : device.AwaySince(index, hub);

    /// <summary>The record by which the absence began that the record is of.</summary>
    public static int First(DisconnectRecords records, int index)
    {
        while (index > 0 && IsRefusedOn(records, index))
            index--;
        return index;
    }

    /// <summary>When the absence ended that the record is of, UTC ticks; 0 where that was not seen.</summary>
    public static long BackAfter(DisconnectRecords records, int index)
    {
        while (
            records[index].ReconnectedAt == 0
            && index + 1 < records.Length
            && records[index + 1].Kind == DisconnectKind.Refused
        )
            index++;
        return records[index].ReconnectedAt;
    }

    /// <summary>It was refused before it was back from the record before.</summary>
    private static bool IsRefusedOn(DisconnectRecords records, int index) =>
        records[index].Kind == DisconnectKind.Refused
        && (records[index - 1].ReconnectedAt == 0 || records[index - 1].ReconnectedAt > records[index].Time);
}
