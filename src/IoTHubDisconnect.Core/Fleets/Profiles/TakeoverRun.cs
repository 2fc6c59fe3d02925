using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The ends of a device's sessions within half an hour of a takeover. Two clients that fight try at a pace, each its
/// own; a line that comes and goes has none, and the hub's patience with it runs out now and then.
/// </summary>
/// <param name="Takeovers">How many were takeovers.</param>
/// <param name="Cuts">How many the hub noticed without another connection.</param>
/// <param name="Unevenness">
/// How far the lengths of sessions are from those beside them, or from those next but one, as the mean of the
/// logarithm; null where too few are known.
/// </param>
/// <param name="Least">Seconds that the shortest session taken over lasted; infinite where none is known.</param>
internal readonly record struct TakeoverRun(int Takeovers, int Cuts, double? Unevenness, double Least)
{
    private const double Reach = 1800;
    private const int Most = 16;
    private const int Enough = 5;

    [MethodImpl(HotPath.Profiles)]
    public static TakeoverRun Around(DeviceProfile device, int index)
    {
        var records = device.Records;
        var first = index;
        while (first > 0 && index - first < Most / 2 && IsNear(records, first - 1, index))
            first--;
        var (takeovers, cuts) = (0, 0);
        Span<double> lengths = stackalloc double[Most + 1];
        var known = 0;
        for (var i = first; i < records.Length && i - first <= Most && IsNear(records, i, index); i++)
        {
            ref readonly var record = ref records[i];
            if (!Profiles.Takeovers.Is(record))
            {
                cuts += PairedCodes.IsRemoteClosed(record.Code) && record.IsOffPattern ? 1 : 0;
                continue;
            }
            takeovers++;
            if (record.Age is > 0 and { } age)
                lengths[known++] = Math.Log(age);
        }
        return new TakeoverRun(
            takeovers,
            cuts,
            known < Enough ? null : UnevennessOf(lengths[..known]),
            LeastOf(records, index)
        );
    }

    /// <summary>Of more of them than tell the pace: one that is short will do.</summary>
    [MethodImpl(HotPath.Profiles)]
    private static double LeastOf(DisconnectRecords records, int index)
    {
        const int most = 48;
        var least = double.PositiveInfinity;
        for (var i = index; i >= 0 && index - i <= most && IsNear(records, i, index); i--)
            least = Math.Min(least, AgeOf(records[i]));
        for (var i = index + 1; i < records.Length && i - index <= most && IsNear(records, i, index); i++)
            least = Math.Min(least, AgeOf(records[i]));
        return least;
    }

    private static double AgeOf(in DisconnectRecord record) =>
        Profiles.Takeovers.Is(record) && record.Age is > 0 and { } age ? age : double.PositiveInfinity;

    private static double UnevennessOf(ReadOnlySpan<double> lengths) => Math.Min(Apart(lengths, 1), Apart(lengths, 2));

    private static double Apart(ReadOnlySpan<double> lengths, int step)
    {
        var sum = 0.0;
        for (var i = step; i < lengths.Length; i++)
            sum += Math.Abs(lengths[i] - lengths[i - step]);
        return sum / (lengths.Length - step);
    }

    private static bool IsNear(DisconnectRecords records, int i, int index) =>
        Math.Abs(DisconnectRecord.Seconds(records[i].Time - records[index].Time)) <= Reach;
}
