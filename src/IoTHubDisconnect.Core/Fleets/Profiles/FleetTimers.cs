using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Ages at which sessions end again and again that have no token, and whose clients may be silent for so long: a
/// timer on the way does that, and it cuts those with a token alike.
/// </summary>
internal sealed class FleetTimers
{
    /// <summary>Seconds. What one timer cuts is less apart.</summary>
    private const double Step = 5;

    /// <summary>Addresses. A timer at one is that site's; at several it is a carrier's, or the application's.</summary>
    private const int Several = 2;

    // How many devices there are of each age and site.
    private readonly Dictionary<int, Dictionary<int, int>> _devices = [];

    public void Add(DeviceProfile device)
    {
        if (TimerOf(device) is { } timer)
            Add(StepOf(timer), SiteOf(device), 1);
    }

    public void Add(FleetTimers other)
    {
        foreach (var (step, sites) in other._devices)
        {
            foreach (var (site, count) in sites)
                Add(step, site, count);
        }
    }

    /// <summary>
    /// Others of the device's site, or of several sites, have sessions that a timer ends at this age, in seconds.
    /// </summary>
    [MethodImpl(HotPath.Optimized)]
    public bool Include(DeviceProfile device, double age)
    {
        if (_devices.Count == 0)
            return false;
        var own = TimerOf(device) is { } timer ? StepOf(timer) : int.MinValue;
        var (site, others) = (SiteOf(device), 0);
        for (var step = StepOf(age) - 1; step <= StepOf(age) + 1; step++)
        {
            if (!_devices.TryGetValue(step, out var sites))
                continue;
            var here = sites.GetValueOrDefault(site);
            if (site >= 0 && here > (step == own ? 1 : 0))
                return true;
            others += sites.Count - (here > 0 ? 1 : 0);
        }
        return others >= Several;
    }

    private void Add(int step, int site, int count)
    {
        if (!_devices.TryGetValue(step, out var sites))
            _devices[step] = sites = [];
        sites[site] = sites.GetValueOrDefault(site) + count;
    }

    private static double? TimerOf(DeviceProfile device)
    {
        var closings = device.Closings;
        if (!closings.HasRepeatedAge || closings.Schedule is not null)
            return null;
        var seconds = closings.Idle.Seconds;
        return
            device.Behaviour.MayBeSilent(seconds) == Silence.Usual
            && device.ContextOf(device.Records[^1]).HasNoTokenClock
            ? seconds
            : null;
    }

    private static int SiteOf(DeviceProfile device) => device.SiteOf(device.Records[^1]);

    private static int StepOf(double seconds) => (int)Math.Round(seconds / Step);
}
