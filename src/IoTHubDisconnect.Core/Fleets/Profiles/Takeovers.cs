using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Sessions that ended because the same identity connected anew.</summary>
internal static class Takeovers
{
    /// <summary>Takeovers closer together than this are two clients fighting, not one that came back.</summary>
    public const double FightSeconds = 420;

    /// <summary>Seconds to the nearest other takeover of the device; infinite where there is none.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static double Nearest(DeviceProfile device, int index)
    {
        var records = device.Records;
        var nearest = double.PositiveInfinity;
        for (var i = index - 1; i >= 0 && Distance(records, i, index) < nearest; i--)
        {
            if (Is(records[i]))
                nearest = Distance(records, i, index);
        }
        for (var i = index + 1; i < records.Length && Distance(records, i, index) < nearest; i++)
        {
            if (Is(records[i]))
                nearest = Distance(records, i, index);
        }
        return nearest;
    }

    /// <summary>Takeovers within a quarter of an hour, this one included; a dozen is enough to know.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static int Nearby(DeviceProfile device, int index)
    {
        const double near = 900;
        var records = device.Records;
        var count = 1;
        const int enough = 12;
        for (var i = index - 1; i >= 0 && count < enough && Distance(records, i, index) <= near; i--)
            count += Is(records[i]) ? 1 : 0;
        for (var i = index + 1; i < records.Length && count < enough && Distance(records, i, index) <= near; i++)
            count += Is(records[i]) ? 1 : 0;
        return count;
    }

    public static bool Is(in DisconnectRecord record) =>
        record.Kind == DisconnectKind.Closed && ErrorCodes.GroupOf(record.Code) == ErrorGroup.Takeover;

    private static double Distance(DisconnectRecords records, int i, int j) =>
        Math.Abs(DisconnectRecord.Seconds(records[i].Time - records[j].Time));
}
