using System.Globalization;
using CauseFitting;
using FleetGenerator;
using IoTHubDisconnect.Analysis;
using FleetGenerator.Stories;
using IoTHubDisconnect;

if (args[0] == "csv")
{
    using var log = IoTHubDisconnect.Analysis.DisconnectLog.Read(IoTHubDisconnect.Logs.LogFileFinder.Find([args[1]], _ => { }), _ => { }, null, CancellationToken.None);
    using var w = new StreamWriter(args[2]);
    w.WriteLine("HubName,DeviceId,Kind,Time,Cause");
    foreach (var d in log.Find(new IoTHubDisconnect.Analysis.DisconnectFilter()))
    {
        var c = DisconnectCause.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture);
        w.WriteLine($"{c.HubName},{c.DeviceId},{c.Kind},{c.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ},{c.Cause}");
    }
    return;
}
if (args[0] == "presets")
{
    foreach (var preset in FleetPresets.All)
    {
        var scores = Enumerable.Range(args.Length > 1 ? int.Parse(args[1]) : 101, 3).AsParallel().WithDegreeOfParallelism(2).Select(seed => IoTHubDisconnect.Tests.Causes.Score.Of(preset.Value(seed))).ToList();
        Console.WriteLine($"{preset.Key,-8} F1 {scores.Average(s => s.MacroF1):0.0000} benign {scores.Average(s => s.BenignOrReal):0.0000} ece {scores.Average(s => s.CalibrationError):0.0000}");
        if (args.Length > 2) Console.WriteLine(scores[0]);
    }
    return;
}
if (args[0] is "fit" or "loo")
{
    string file = args[1];
    int from = int.Parse(args[2]), count = int.Parse(args[3]);
    var parameters = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!.AsObject();
    var jobs = Observation.Ordinary.Select(p => (Func<int, List<Observation>>)(seed => Observation.Of(p, seed))).Concat(StoryBook.All.Select(s => (Func<int, List<Observation>>)(seed => Observation.Of(s, seed))));
    var all = jobs.SelectMany(j => Enumerable.Range(from, count).Select(seed => (j, seed))).AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(j => j.j(j.seed)).ToList();
    Console.WriteLine($"{all.Count} observations");
    var counts = all.GroupBy(o => o.Source).AsParallel().WithDegreeOfParallelism(2).Select(g => (g.Key, Of: Counts.Of(g))).ToDictionary(g => g.Key, g => g.Of);
    var whole = Fit.Of(Counts.Of(counts.Values), parameters);
    // leave one story out
    var byStory = all.GroupBy(o => o.Source).Where(g => !g.First().IsOrdinary).ToList();
    var fits = byStory.AsParallel().WithDegreeOfParallelism(2).Select(g => (g.Key, P: Fit.Parse(Fit.Of(Counts.Of(counts.Where(c => c.Key != g.Key).Select(c => c.Value)), parameters)))).ToDictionary(f => f.Key, f => f.P);
    var wholeParsed = Fit.Parse(whole);
    double best = 1.5, bestLoss = double.MaxValue;
    foreach (double t in new[] { 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.3, 2.6, 3.0 })
    {
        double loss = byStory.Average(g => g.GroupBy(o => o.Label.Cause).Average(c => Judge.Loss(c, fits[g.Key], t)));
        double plain = Judge.Loss(all.Where(o => o.IsOrdinary), wholeParsed, t);
        Console.WriteLine($"temperature {t}: left out {loss:0.0000}, ordinary {plain:0.0000}");
        if (loss + plain < bestLoss)
            (best, bestLoss) = (t, loss + plain);
    }
    whole["temperature"] = best;
    if (args[0] == "fit")
        File.WriteAllText(file, whole.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }).ReplaceLineEndings("\n") + "\n");
    Console.WriteLine(string.Join(" | ", StoryFigures.Heading));
    var sum = new StoryFigures("all, left out");
    foreach (var g in all.GroupBy(o => o.Source))
    {
        var f = new StoryFigures(g.Key);
        foreach (var o in g)
            f.Add(o, Judge.Probabilities(o, fits.GetValueOrDefault(g.Key) ?? wholeParsed, best));
        if (!g.First().IsOrdinary) sum.Add(f);
        Console.WriteLine(string.Join(" | ", f.Row));
    }
    Console.WriteLine(string.Join(" | ", sum.Row));
    return;
}
if (args[0] == "why")
{
    var p = Fit.Parse(System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText("src/IoTHubDisconnect.Core/Causes/causes.json"))!.AsObject());
    var obs = Enumerable.Range(int.Parse(args[2]), 4).SelectMany(seed => Observation.Ordinary.Contains(args[1]) ? Observation.Of(args[1], seed) : Observation.Of(StoryBook.All.First(s => s.Name == args[1]), seed)).ToList();
    foreach (var g in obs.Select(o => (o, pr: Judge.Probabilities(o, p, p.Temperature))).Where(x => $"{x.o.Label.Cause}" == args[3] && $"{(CauseName)Array.IndexOf(x.pr, x.pr.Max())}" == args[4])
        .GroupBy(x => string.Join(" ", x.o.Signs.Select((s, i) => s < 0 ? "" : IoTHubDisconnect.Causes.CauseResolver.Aspects[i].Name + "=" + IoTHubDisconnect.Causes.CauseResolver.Aspects[i].Signs[s]))).OrderByDescending(g => g.Count()).Take(7))
        Console.WriteLine($"{g.Count()} {g.First().o.Device} {g.First().o.Label.Sdk} {g.First().o.Label.Time:dd HH:mm:ss} p={g.Max(x => x.pr.Max()):0.00} {string.Join(" ", g.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries))}");
    return;
}
int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 501;
int seeds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
var total = new StoryFigures("all");
var tables = StoryBook.All.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(story =>
{
    var figures = new StoryFigures(story.Name);
    for (int seed = first; seed < first + seeds; seed++)
    {
        ToldStory told = story.Simulate(seed);
        foreach (LabelledDisconnect d in LabelledDisconnects.Of(told.Fleet, l => told.DeviceIds.Contains(l.DeviceId)))
            figures.Add(d.Label, DisconnectCause.Resolve(d.Disconnect, ResolveOptions.None, CultureInfo.InvariantCulture));
    }
    return figures;
});
Console.WriteLine(string.Join(" | ", StoryFigures.Heading));
foreach (StoryFigures figures in tables)
{
    total.Add(figures);
    Console.WriteLine(string.Join(" | ", figures.Row));
}
Console.WriteLine(string.Join(" | ", total.Row));
