using System.Globalization;
using NetworkLab.Clients;
using NetworkLab.Network;

namespace NetworkLab.Habits;

/// <summary>Measures how clients try again, several of each, and prints it.</summary>
internal sealed class HabitRun(IReadOnlyList<LabClient> clients, TextWriter output)
{
    private const int Devices = 3;
    private const int Shown = 16;

    /// <summary>Seconds. Sooner is the same try, or one without a pause.</summary>
    private const double AtOnce = 0.1;

    private const double NearCap = 0.9;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    public async Task RunAsync(LabNetwork network, DirectoryInfo folder)
    {
        var all = await Task.WhenAll(
            clients
                .SelectMany(client => Enumerable.Range(1, Devices).Select(number => (client, number)))
                .Select(each =>
                    RetryTimes.MeasureAsync(
                        network,
                        each.client,
                        Length,
                        folder.CreateSubdirectory($"{each.client.Name}-{each.number}")
                    )
                )
        );
        await output.WriteLineAsync("| client | version | first try | growth | cap | jitter | gaps |");
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var group in all.GroupBy(times => times.Client))
            await output.WriteLineAsync(Row(await group.Key.VersionAsync(), [.. group]));
    }

    private static string Row(string version, IReadOnlyList<RetryTimes> devices)
    {
        var count = devices.Min(device => device.Gaps.Count);
        double[] medians =
        [
            .. Enumerable.Range(0, count).Select(index => Median(devices.Select(device => device.Gaps[index]))),
        ];
        var jitter = Median(
            Enumerable
                .Range(0, count)
                .Select(index =>
                    (devices.Max(device => device.Gaps[index]) - devices.Min(device => device.Gaps[index]))
                    / medians[index]
                )
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {devices[0].Client.Name} | {version} | {Median(devices.Select(device => device.Seconds[0])):0.0} s "
                + $"| {Growth(medians):0.0} | {medians.Max():0.0} s | {jitter:0.00} "
                + $"| {string.Join(' ', medians.Take(Shown).Select(gap => gap.ToString("0.0", CultureInfo.InvariantCulture)))} |"
        );
    }

    /// <summary>By what a gap is longer than the one before, on its way up to the cap.</summary>
    private static double Growth(double[] gaps)
    {
        var first = Array.FindIndex(gaps, gap => gap >= AtOnce);
        var last = Array.FindIndex(gaps, gap => gap >= NearCap * gaps.Max());
        return last > first ? Math.Pow(gaps[last] / gaps[first], 1.0 / (last - first)) : 1;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }
}
