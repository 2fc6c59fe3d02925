using System.Globalization;
using NetworkLab.Clients;
using NetworkLab.Network;

namespace NetworkLab.Habits;

/// <summary>Measures how clients try again, several of each, and holds it against what is known.</summary>
internal sealed class HabitRun(IReadOnlyList<LabClient> clients, TextWriter output)
{
    private const int Devices = 3;
    private const int Shown = 16;

    /// <summary>Seconds, and a share: a busy machine makes them late.</summary>
    private const double Late = 0.7;
    private const double Off = 0.3;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>Returns whether all is as known.</summary>
    public async Task<bool> RunAsync(LabNetwork network, DirectoryInfo folder)
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
        await output.WriteLineAsync(
            "| client | version | first try | growth | longest pause | jitter | as known | pauses |"
        );
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var isKnown = true;
        foreach (var group in all.GroupBy(times => times.Client))
        {
            RetryTimes[] devices = [.. group];
            var habit = HabitOf.Devices(await group.Key.VersionAsync(), devices);
            var isAsKnown = IsAsKnown(habit);
            isKnown &= isAsKnown;
            var gaps = HabitOf.Gaps(devices).Take(Shown).Select(Text);
            await output.WriteLineAsync(
                $"| {habit.Client} | {habit.Version} | {Text(habit.First)} s | {Text(habit.Growth)} "
                    + $"| {Text(habit.Longest)} s | {Text(habit.Jitter)} | {(isAsKnown ? "yes" : "no")} "
                    + $"| {string.Join(' ', gaps)} |"
            );
        }

        return isKnown;
    }

    private static bool IsAsKnown(RetryHabit habit) =>
        RetryHabit.Measured.Any(known =>
            known.Client == habit.Client
            && habit.Version.Contains(known.Version, StringComparison.Ordinal)
            && habit.First - known.First <= Late
            && Math.Abs(known.Longest - habit.Longest) <= Late + (Off * (1 + known.Jitter) * known.Longest)
        );

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
