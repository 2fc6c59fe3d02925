using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Ages at which sessions end again and again that have no token: something on the way does that, or the application,
/// and it ends those with a token alike.
/// </summary>
/// <param name="ofSilent">Whether only clients count that may be silent for so long, as an idle timer wants it.</param>
internal sealed class TokenlessAges(bool ofSilent)
{
    /// <summary>Seconds. What one timer ends is less apart.</summary>
    private const double Step = 5;

    /// <summary>Devices of a site, or sites. One alone may be an accident.</summary>
    private const int Several = 2;

    // How many devices there are of each age and site.
    private readonly Dictionary<int, Dictionary<int, int>> _devices = [];

    public void Add(DeviceProfile device)
    {
        if (AgeOf(device) is { } age)
            Add(StepOf(age), SiteOf(device), 1);
    }

    public void Add(TokenlessAges other)
    {
        foreach (var (step, sites) in other._devices)
        {
            foreach (var (site, count) in sites)
                Add(step, site, count);
        }
    }

    /// <summary>Several others behind the device's address have sessions that end at this age, in seconds.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool AreBeside(DeviceProfile device, double age)
    {
        var (site, others) = (SiteOf(device), 0);
        if (_devices.Count == 0 || site < 0)
            return false;
        var own = OwnStep(device);
        for (var step = StepOf(age) - 1; step <= StepOf(age) + 1; step++)
        {
            if (_devices.TryGetValue(step, out var sites))
                others += sites.GetValueOrDefault(site) - (step == own ? 1 : 0);
        }
        return others >= Several;
    }

    /// <summary>Devices at several other addresses have sessions that end at this age, in seconds.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool AreElsewhere(DeviceProfile device, double age)
    {
        if (_devices.Count == 0)
            return false;
        var (site, others) = (SiteOf(device), 0);
        for (var step = StepOf(age) - 1; step <= StepOf(age) + 1; step++)
        {
            if (_devices.TryGetValue(step, out var sites))
                others += sites.Count - (sites.ContainsKey(site) ? 1 : 0);
        }
        return others >= Several;
    }

    private void Add(int step, int site, int count)
    {
        if (!_devices.TryGetValue(step, out var sites))
            _devices[step] = sites = [];
        sites[site] = sites.GetValueOrDefault(site) + count;
    }

    private double? AgeOf(DeviceProfile device)
    {
        var closings = device.Closings;
        if (!closings.HasRepeatedAge || closings.Schedule is not null)
            return null;
        var seconds = closings.Idle.Seconds;
        return
            device.ContextOf(device.Records[^1]).HasNoTokenClock
            && (!ofSilent || device.Behaviour.MayBeSilent(seconds) == Silence.Usual)
            ? seconds
            : null;
    }

    private int? OwnStep(DeviceProfile device) => AgeOf(device) is { } age ? StepOf(age) : null;

    private static int SiteOf(DeviceProfile device) => device.SiteOf(device.Records[^1]);

    private static int StepOf(double seconds) => (int)Math.Round(seconds / Step);
}
