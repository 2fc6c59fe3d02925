using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes.Hypotheses;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// Tells what belongs to normal operation: a cause that does, on a device that was back in time or may still come.
/// </summary>
internal static class NormalOperation
{
    /// <summary>
    /// A client that reconnects for a token takes seconds; the slowest SDK waits up to ten minutes between two
    /// tries.
    /// </summary>
    private static readonly long Reconnect = TimeSpan.FromMinutes(10).Ticks;

    /// <summary>Whoever has not tried for so long, tries no more.</summary>
    public static readonly long Silence = 3 * Reconnect;

    /// <summary>
    /// A device that closed on purpose, and whose habits the log does not show, may have been switched off for the
    /// night.
    /// </summary>
    private static readonly long Pause = TimeSpan.FromDays(1).Ticks;

    /// <summary>A device that was there day and night is missed sooner.</summary>
    private static readonly long RareStop = TimeSpan.FromHours(1).Ticks;

    /// <summary>Pauses may be so many times as long as the device's usual ones.</summary>
    private const int Unusual = 2;

    /// <summary>Whether a disconnect of this cause was to be expected, outcome included.</summary>
    [MethodImpl(HotPath.Causes)]
    public static bool Includes(CauseName cause, DeviceProfile device, int index, HubActivity hub) =>
        ExpectedCauses.Include(cause)
        && !IsOfLoop(device, index)
        && !IsRefusedAgainAndAgain(device, index)
        && !(cause == CauseName.SasTokenExpired && SasTokenExpired.IsOfWrongClock(device, index))
        && OutcomeOf(cause, device, index, hub) == Outcome.InTime;

    /// <summary>The end is normal by itself, and refusals are why it is not expected.</summary>
    public static bool IsKeptOut(CauseName cause, DeviceProfile device, int index, HubActivity hub)
    {
        if (!ExpectedCauses.Include(cause) || !IsRefused(device, index) || IsOfLoop(device, index))
            return false;
        ref readonly var record = ref device.Records[index];
        var until =
            record.ReconnectedAt != 0 ? record.ReconnectedAt
            : device.AwaySince(index, hub) != 0 ? hub.LastRow.UtcTicks
            : record.AttemptAt;
        return IsRefusedAgainAndAgain(device, index) || IsKeptOut(record, until);
    }

    /// <summary>A run of refusals begins with its first try to come back.</summary>
    private static bool IsRefused(DeviceProfile device, int index) =>
        index + 1 < device.Records.Length
        && device.Records[index + 1].Kind == DisconnectKind.Refused
        && device.Records[index + 1].Time == device.Records[index].AttemptAt;

    /// <summary>Whoever has a new token by the next tries comes in.</summary>
    private static bool IsRefusedAgainAndAgain(DeviceProfile device, int index)
    {
        const int many = 4;
        return IsRefused(device, index) && device.Records[index + 1].Attempts >= many;
    }

    /// <summary>
    /// A client that closes within seconds, or every few minutes off any clock, over and over, has trouble of its own,
    /// however orderly it closes.
    /// </summary>
    public static bool IsOfLoop(DeviceProfile device, int index) =>
        device.Records[index].IsOrderly
        && !device.Renewals.ComesByTheClock
        && (
            IsOfLoopOfSeconds(device, index)
            || device.Records[index].Age < CloseRun.LongestOfLoop(device)
                && !device.Renewals.Repeats(device.Records[index])
                && CloseRun.Around(device, index).IsLoop
        );

    /// <summary>It closes within seconds wherever the log looks.</summary>
    public static bool IsOfLoopOfSeconds(DeviceProfile device, int index) =>
        device.Renewals.IsLoop && !(device.Records[index].Age is { } age && !RenewalPattern.IsTooShort(age));

    /// <summary>
    /// What became of the device; in time is also where a row is missing, or where the log ends too soon to tell.
    /// </summary>
    [MethodImpl(HotPath.Causes)]
    public static Outcome OutcomeOf(CauseName cause, DeviceProfile device, int index, HubActivity hub)
    {
        ref readonly var record = ref device.Records[index];
        var patience = PatienceFor(cause, device, record);
        if (record.ReconnectedAt != 0)
            return record.ReconnectedAt - record.Time > patience || IsKeptOut(record, record.ReconnectedAt)
                ? Outcome.Late
                : Outcome.InTime;
        var since = device.AwaySince(index, hub);
        return since != 0 && (hub.LastRow.UtcTicks - since > patience || IsKeptOut(record, hub.LastRow.UtcTicks))
            ? Outcome.Away
            : Outcome.InTime;
    }

    /// <summary>It wanted back, and was refused for longer than a reconnect takes.</summary>
    private static bool IsKeptOut(in DisconnectRecord record, long until) =>
        record.AttemptAt != 0 && until - record.AttemptAt > Reconnect;

    private static long PatienceFor(CauseName cause, DeviceProfile device, in DisconnectRecord record)
    {
        if (cause != CauseName.ClientClosed)
            return Reconnect;
        var usual = Math.Max(device.Renewals.UsualPause, device.Wakes?.Period ?? 0);
        return usual != 0 ? Math.Max(Reconnect, (long)(Unusual * usual * TimeSpan.TicksPerSecond))
            : record.Time - device.Records[0].Time > Pause ? RareStop
            : Pause;
    }
}
