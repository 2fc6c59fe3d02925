using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// How much later than the hub a client gives up a connection that carries nothing any more: the hub after one and a
/// half keep-alives, most clients where a ping is unanswered when the next is due, after two.
/// </summary>
/// <param name="Least">Seconds.</param>
/// <param name="Most">Seconds.</param>
internal readonly record struct UnansweredPings(double Least, double Most)
{
    private const int Enough = 3;

    /// <summary>
    /// The hub's patience is the age at which sessions often end, and most returns from those are as much
    /// later as the client's is longer; none where they are not.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    public static UnansweredPings Find(DeviceProfile device, ConstantAge idle)
    {
        const double early = 2,
            late = 20,
            share = 0.1,
            shortest = 60;
        var keepAlive = idle.Seconds / SdkBehaviour.Patience;
        // Of a shorter one, returns would be as a boot's.
        if (idle.Seconds > SdkBehaviour.HubCap - 1 || keepAlive < shortest)
            return default;
        var own = keepAlive * (2 - SdkBehaviour.Patience);
        var pings = new UnansweredPings(own - early, own + late + share * keepAlive);
        var (found, count) = (0, 0);
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record is not { Age: { } age, ReturnGap: { } gap } || !idle.Fits(age))
                continue;
            count++;
            found += pings.Fits(gap) ? 1 : 0;
        }
        return found >= Enough && found * 2 >= count ? pings : default;
    }

    public bool Fits(double gap) => gap >= Least && gap < Most;
}
