using System.Numerics;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// At which ages sessions of a hub's devices were cut off, a few of each: what no device shows alone, many show
/// together.
/// </summary>
internal sealed class PooledAges
{
    /// <summary>Sessions of a device that count, so that none outweighs the others.</summary>
    private const int MostOfDevice = 6;

    /// <summary>Seconds. Less is a loop's.</summary>
    private const double Shortest = 20;

    /// <summary>Seconds. Chance has many as short.</summary>
    private const double ShortestTimer = 90;

    /// <summary>Seconds by which ages of one timer are apart.</summary>
    private const double Near = 4;

    /// <summary>Minutes that make an age of a hub's.</summary>
    private const int Many = 8,
        Several = 4;

    // By the age in whole seconds.
    private readonly Dictionary<int, Cuts> _cuts = [];

    [MethodImpl(HotPath.Profiles)]
    public void Add(DeviceProfile device)
    {
        Span<int> counted = stackalloc int[MostOfDevice];
        foreach (var index in counted[..CountedOf(device, counted)])
        {
            ref readonly var record = ref device.Records[index];
            var age = (int)record.Age!.Value;
            _cuts[age] = _cuts.GetValueOrDefault(age).With(Cuts.Of(record));
        }
    }

    public void Add(PooledAges other)
    {
        foreach (var (age, cuts) in other._cuts)
            _cuts[age] = _cuts.GetValueOrDefault(age).With(cuts);
    }

    /// <summary>So many sessions were cut at this age, in seconds, be it at one moment.</summary>
    public int Count(double age) => Within(age - Near, age + Near).Cuts.Count;

    /// <summary>So many of them are other devices'.</summary>
    public int CountOthers(DeviceProfile device, double age) => Count(age) - CountOwn(device, age);

    /// <summary>Sessions of other devices were cut at this age, in seconds, and hardly any sooner or later.</summary>
    public bool AreRepeated(DeviceProfile device, double age) =>
        age >= ShortestTimer && CountOthers(device, age) >= Many && IsPeak(age, Many) && !AreOfRounds(age);

    /// <summary>Others were cut five or ten minutes sooner or later, as a hub does whose tokens have ended.</summary>
    public bool AreAtSeveralDelays(double age)
    {
        foreach (var delay in TokenExpiry.Graces)
        {
            if (delay > 0 && (IsPeak(age - delay, Several) || IsPeak(age + delay, Several)))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Many sessions were cut as a lifetime of so many seconds was over, and none to speak of later, nor with 401003: a
    /// hub is late for some.
    /// </summary>
    public bool AreAlwaysAtOnce(double lifetime)
    {
        const int enough = 12,
            hardly = 20;
        var late = 0;
        foreach (var delay in TokenExpiry.Graces)
            late += delay > 0 ? After(lifetime + delay).Cuts.Count : 0;
        var atOnce = After(lifetime).Cuts;
        return atOnce.DistinctMinutes >= enough && (late + atOnce.Told) * hardly <= atOnce.Count;
    }

    /// <summary>Others lasted for another number of rounds: what comes round by a clock cuts whom it meets.</summary>
    private bool AreOfRounds(double age)
    {
        foreach (var rounds in (ReadOnlySpan<double>)[0.5, 2.0 / 3, 1.5, 2])
        {
            if (IsPeak(age * rounds, Several))
                return true;
        }
        return false;
    }

    /// <summary>Many are of this age, for those sooner or later, and not for their ending at one moment.</summary>
    private bool IsPeak(double age, int enough)
    {
        const double around = 100;
        const int times = 4;
        var (near, seconds) = Within(age - Near, age + Near);
        if (near.DistinctMinutes < enough)
            return false;
        var (before, width) = Within(age - around, age - Near - 1);
        var (after, _) = Within(age + Near + 1, age + around);
        return near.Count >= times * (Math.Max(before.Count, after.Count) * (double)seconds / width + 1);
    }

    private (Cuts Cuts, int Seconds) After(double age) =>
        Within(age - ExpiryCandidate.Early, age + ExpiryCandidate.Narrow);

    private (Cuts Cuts, int Seconds) Within(double from, double to)
    {
        var cuts = default(Cuts);
        for (var age = (int)from; age <= (int)to; age++)
            cuts = cuts.With(_cuts.GetValueOrDefault(age));
        return (cuts, (int)to - (int)from + 1);
    }

    private static int CountOwn(DeviceProfile device, double age)
    {
        var count = 0;
        Span<int> counted = stackalloc int[MostOfDevice];
        foreach (var index in counted[..CountedOf(device, counted)])
        {
            var own = (int)device.Records[index].Age!.Value;
            count += own >= (int)(age - Near) && own <= (int)(age + Near) ? 1 : 0;
        }
        return count;
    }

    /// <summary>The first of a device's sessions that were cut, as many as count.</summary>
    private static int CountedOf(DeviceProfile device, Span<int> indices)
    {
        var count = 0;
        for (var i = 0; i < device.Records.Length && count < indices.Length; i++)
        {
            if (IsCut(device.Records[i]))
                indices[count++] = i;
        }
        return count;
    }

    private static bool IsCut(in DisconnectRecord record) =>
        record is { Kind: DisconnectKind.Closed, IsOrderly: false, Age: >= Shortest }
        && ErrorCodes.GroupOf(record.Code) is ErrorGroup.RemoteClosed or ErrorGroup.Unauthorized;

    /// <param name="Count">How many there were.</param>
    /// <param name="Told">How many the hub said 401003 of.</param>
    /// <param name="Minutes">
    /// In which minutes of a day, as bits: who was let in together and is cut together, or at one time of each day, is
    /// cut by no timer.
    /// </param>
    private readonly record struct Cuts(int Count, int Told, ulong Minutes)
    {
        public int DistinctMinutes => BitOperations.PopCount(Minutes);

        public static Cuts Of(in DisconnectRecord record)
        {
            const int minutesOfDay = 24 * 60;
            return new(
                1,
                record.IsUnauthorized ? 1 : 0,
                1UL << (HubMinutes.MinuteOf(record.Time) % minutesOfDay % (8 * sizeof(ulong)))
            );
        }

        public Cuts With(Cuts others) => new(Count + others.Count, Told + others.Told, Minutes | others.Minutes);
    }
}
