using FleetGenerator.Chance;
using FleetGenerator.Logs;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>A simulated fleet: its log and the truth about it.</summary>
public sealed class Fleet
{
    private readonly FleetOptions _options;

    private Fleet(
        FleetOptions options,
        IReadOnlyList<LogRow> rows,
        IReadOnlyList<Label> labels,
        IReadOnlyDictionary<string, IReadOnlyList<ConnectedCount>> counts
    )
    {
        _options = options;
        Rows = rows;
        Labels = labels;
        ConnectedCounts = counts;
    }

    /// <summary>The rows in the order of the files and their lines.</summary>
    public IReadOnlyList<LogRow> Rows { get; }

    /// <summary>The true causes, in order of time. Those whose rows were lost are among them.</summary>
    public IReadOnlyList<Label> Labels { get; }

    /// <summary>The connectedDeviceCount metric by hub.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ConnectedCount>> ConnectedCounts { get; }

    /// <summary>Simulates a fleet in memory.</summary>
    public static Fleet Simulate(FleetOptions options)
    {
        var window = new SimulationWindow(options.Start, options.Hours * 3600);
        return Run(options, window, new FleetBuilder(options, window).Build());
    }

    /// <summary>Writes the export's folders, labels.csv and metrics.json below a folder.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        WriteLogs(folder);
        WriteLabels(Path.Combine(folder, "labels.csv"));
        MetricsFile.Write(Path.Combine(folder, "metrics.json"), ConnectedCounts);
    }

    /// <summary>Writes the export's folders alone.</summary>
    public void WriteLogs(string folder) =>
        new ExportTree(folder, _options.PathOf, _options.Artefacts, Rng.For(_options.Seed, "files")).Write(Rows);

    /// <summary>Writes the labels alone.</summary>
    public void WriteLabels(string path) => LabelFile.Write(path, Labels);

    internal static Fleet Run(FleetOptions options, SimulationWindow window, IReadOnlyList<Device> devices)
    {
        var log = new ConnectionLog(window);
        foreach (var device in devices)
            new DeviceSimulator(device, log, window.Length).Run();
        return Of(options, window, log);
    }

    internal static Fleet Of(FleetOptions options, SimulationWindow window, ConnectionLog log)
    {
        var maker = new RowMaker(window, options.Artefacts, Rng.For(options.Seed, "rows"));
        var delivery = new Delivery(options.Artefacts, Rng.For(options.Seed, "delivery"));
        var rows = log.Events.OrderBy(happened => happened.At).Select(maker.Make);
        IEnumerable<Label> labels = log
            .Drafts.Select(draft => draft.Finish(window))
            .OfType<Label>()
            .OrderBy(label => label.Time);
        return new Fleet(options, delivery.Deliver(rows), [.. labels], CountCurve.Of(log, window));
    }
}
