using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Ages at which sessions of some of a hub's devices end again and again, by site.</summary>
/// <param name="ageOf">The age, in seconds, of a device that counts; null for any other.</param>
internal sealed class FleetAges(Func<DeviceProfile, double?> ageOf)
{
    /// <summary>Seconds. What one timer ends is less apart.</summary>
    private const double Step = 5;

    /// <summary>Seconds. Ages of one lifetime are no more apart, however long a hub takes for it.</summary>
    private const double MostApart = 60;

    /// <summary>Devices of a site, or sites. One alone may be an accident.</summary>
    private const int Several = 2;

    /// <summary>
    /// Of sessions that have no token: something on the way ends them, or the application, and those with a token
    /// alike.
    /// </summary>
    public static FleetAges OfLimits() => new(device => HasTokenClock(device) ? null : UsualAge(device));

    /// <summary>Those of them whose clients may be silent for so long, as an idle timer wants it.</summary>
    public static FleetAges OfTimers() => new(device => HasTokenClock(device) ? null : QuietAge(device));

    /// <summary>
    /// Of sessions that have a token, but that a hub which says 401003 of others' expiries never said it of: no token
    /// ends them.
    /// </summary>
    public static FleetAges OfUntoldLimits() => new(device => IsUntold(device) ? UsualAge(device) : null);

    /// <summary>Those of them whose clients may be silent for so long.</summary>
    public static FleetAges OfUntoldTimers() => new(device => IsUntold(device) ? QuietAge(device) : null);

    /// <summary>Of sessions that the hub may have ended at its cap: of several devices it is no accident.</summary>
    public static FleetAges OfCaps() => new(device => device.Closings.MayEndAtHubCap ? SdkBehaviour.HubCap : null);

    /// <summary>
    /// Of sessions that have a token, and clients that are not silent for so long: where it is the same at many places,
    /// it is the tokens' lifetime.
    /// </summary>
    public static FleetAges OfTokens() => new(device => HasTokenClock(device) ? TalkersAge(device) : null);

    /// <summary>The same where the hub said 401003 beside the ends, as some hubs do.</summary>
    public static FleetAges OfToldTokens() =>
        new(device => HasTokenClock(device) && !IsUntold(device) ? TalkersAge(device) : null);

    // How many devices there are of each age and site.
    private readonly Dictionary<int, Dictionary<int, int>> _devices = [];

    public void Add(DeviceProfile device)
    {
        if (ageOf(device) is { } age)
            Add(StepOf(age), SiteOf(device), 1);
    }

    public void Add(FleetAges other)
    {
        foreach (var (step, sites) in other._devices)
        {
            foreach (var (site, count) in sites)
                Add(step, site, count);
        }
    }

    /// <summary>These and others, of other devices.</summary>
    public FleetAges With(FleetAges others)
    {
        var all = new FleetAges(device => ageOf(device) ?? others.AgeOf(device));
        all.Add(this);
        all.Add(others);
        return all;
    }

    /// <summary>Several others have sessions that end at this age, in seconds.</summary>
    public bool AreOthers(DeviceProfile device, double age) => AreBeside(device, age) || AreElsewhere(device, age);

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

    /// <summary>Seconds. The age at which a device's sessions end again and again, or close to it.</summary>
    public static double? UsualAge(DeviceProfile device) =>
        device.Closings is { KeepsToLooseAge: true, Loose: var loose } && loose.Most - loose.Least <= MostApart
            ? loose.Seconds
            : RepeatedAge(device);

    private static bool HasTokenClock(DeviceProfile device) => !device.ContextOf(device.Records[^1]).HasNoTokenClock;

    private static double? QuietAge(DeviceProfile device) =>
        RepeatedAge(device) is { } age && device.Behaviour.MayBeSilent(age) == Silence.Usual ? age : null;

    private static double? TalkersAge(DeviceProfile device) =>
        UsualAge(device) is { } age && device.Behaviour.MayBeSilent(age) == Silence.Impossible ? age : null;

    private static bool IsUntold(DeviceProfile device) =>
        HasTokenClock(device) && device.Closings is { UnauthorizedShare: 0, EndsAtSeveralDelays: false };

    private double? AgeOf(DeviceProfile device) => ageOf(device);

    private static double? RepeatedAge(DeviceProfile device) =>
        device.Closings is { HasRepeatedAge: true, Schedule: null } closings ? closings.Idle.Seconds : null;

    private int? OwnStep(DeviceProfile device) => ageOf(device) is { } age ? StepOf(age) : null;

    private static int SiteOf(DeviceProfile device) => device.SiteOf(device.Records[^1]);

    private static int StepOf(double seconds) => (int)Math.Round(seconds / Step);
}
