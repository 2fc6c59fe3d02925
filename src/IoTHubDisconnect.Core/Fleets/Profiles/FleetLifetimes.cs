using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// How long the tokens of a hub's devices live. There are few kinds in a fleet, and neighbours share them.
/// </summary>
internal sealed class FleetLifetimes
{
    private const int Enough = 2;

    private readonly Dictionary<int, int> _devices = [];

    public void Add(DeviceProfile device)
    {
        if (device.TokenLifetime is { } lifetime)
            _devices[Key(lifetime.TotalSeconds)] = _devices.GetValueOrDefault(Key(lifetime.TotalSeconds)) + 1;
    }

    public void Add(FleetLifetimes other)
    {
        foreach (var (lifetime, count) in other._devices)
            _devices[lifetime] = _devices.GetValueOrDefault(lifetime) + count;
    }

    /// <summary>The lifetime, in seconds, that most devices' tokens have; null where none is shared.</summary>
    public double? Usual
    {
        get
        {
            var (usual, most) = (0, Enough - 1);
            foreach (var (lifetime, count) in _devices)
            {
                if (count > most || count == most && lifetime < usual)
                    (usual, most) = (lifetime, count);
            }
            return usual == 0 ? null : usual;
        }
    }

    [MethodImpl(HotPath.Profiles)]
    public bool IsShared(DeviceProfile device, double lifetime) =>
        _devices.TryGetValue(Key(lifetime), out var count)
        && count - (device.TokenLifetime is { } own && Key(own.TotalSeconds) == Key(lifetime) ? 1 : 0) >= Enough;

    [MethodImpl(HotPath.Profiles)]
    public double? SharedAt(DeviceProfile device, double age)
    {
        foreach (var grace in TokenExpiry.Graces)
        {
            var lifetime = Math.Round((age - grace - ExpiryCandidate.Early) / 60) * 60;
            var late = age - grace - lifetime;
            if (late >= -ExpiryCandidate.Early && late <= ExpiryCandidate.Narrow && IsShared(device, lifetime))
                return lifetime;
        }
        return null;
    }

    private static int Key(double lifetime) => (int)Math.Round(lifetime);
}
