using System.Globalization;
using FleetGenerator.Benchmark;
using FleetGenerator.Samples;
using FleetGenerator.Stories;

namespace FleetGenerator;

/// <summary>The program's arguments.</summary>
internal static class CommandLine
{
    private const string Usage = """
        FleetGenerator --out DIR [--profile NAME] [--seed N] [--devices N] [--hubs N] [--hours N] [--start ISO]
            Writes a fleet's logs, labels.csv and metrics.json. Profiles: plain, odd, quiet, wired, noisy, raw, mixed.
        FleetGenerator --out DIR --story NAME [--seed N]
            Writes the same of one of the stories, such as nightly-reboot.
        FleetGenerator --profile samples --out DIR --labels FILE
            Writes the logs that ship with the module, and their labels apart from them.
        FleetGenerator --single-file FILE --rows N [--devices N] [--seed N]
            Writes one long log to measure speed with.
        """;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var values = Parse(args);
        if (values.TryGetValue("single-file", out var file))
            return WriteBenchmark(file, values, output);

        if (!values.TryGetValue("out", out var folder))
            return Fail(error);
        if (values.GetValueOrDefault("profile") == "samples")
            return values.TryGetValue("labels", out var labels) ? WriteSamples(folder, labels) : Fail(error);
        if (CreateFleet(values) is not { } fleet)
            return Fail(error);

        fleet.WriteTo(folder);
        output.WriteLine($"{fleet.Rows.Count} rows and {fleet.Labels.Count} labels in {folder}");
        return 0;
    }

    private static int Fail(TextWriter error)
    {
        error.WriteLine(Usage);
        return 2;
    }

    private static Fleet? CreateFleet(Dictionary<string, string> values)
    {
        if (values.TryGetValue("story", out var name))
            return StoryBook.All.FirstOrDefault(story => story.Name == name)?.Simulate(Number(values, "seed", 1)).Fleet;
        if (!FleetPresets.All.TryGetValue(values.GetValueOrDefault("profile", "plain"), out var preset))
            return null;

        var options = preset(Number(values, "seed", 1));
        return Fleet.Simulate(
            options with
            {
                Devices = Number(values, "devices", options.Devices),
                Hubs = Number(values, "hubs", options.Hubs),
                Hours = Number(values, "hours", (int)options.Hours),
                Start = values.TryGetValue("start", out var start)
                    ? DateTimeOffset.Parse(
                        start,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
                    )
                    : options.Start,
            }
        );
    }

    private static int WriteSamples(string folder, string labels)
    {
        var fleet = SampleFleet.Create();
        fleet.WriteLogs(folder);
        fleet.WriteLabels(labels);
        return 0;
    }

    private static int WriteBenchmark(string file, Dictionary<string, string> values, TextWriter output)
    {
        var rows = Number(values, "rows", 1_000_000);
        using (var stream = File.Create(file))
            new BenchmarkLog(rows, Number(values, "devices", 10_000), Number(values, "seed", 1)).WriteTo(stream);
        output.WriteLine($"{rows} rows, {new FileInfo(file).Length / 1_000_000} MB in {file}");
        return 0;
    }

    private static Dictionary<string, string> Parse(string[] args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i + 1 < args.Length; i += 2)
            values[args[i].TrimStart('-')] = args[i + 1];
        return values;
    }

    private static int Number(Dictionary<string, string> values, string name, int fallback) =>
        values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
}
