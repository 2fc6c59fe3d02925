using FleetGenerator;
using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Pages;

/// <summary>Reports of different logs, each written when a test first asks for it, and kept for the others.</summary>
public sealed class WrittenReports : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Dictionary<string, string> _written = [];

    public static string Samples => Repository.PathOf("module/samples/insights-logs-connections");

    /// <summary>
    /// The file of a report: of the samples in English or Turkish, of a large fleet, of one that is well, of hostile
    /// names, or of nothing.
    /// </summary>
    public string PathOf(string name)
    {
        lock (_written)
            return _written.TryGetValue(name, out var path) ? path : _written[name] = Write(name);
    }

    public ReportPage PageOf(string name) => new(File.ReadAllText(PathOf(name)));

    public void Dispose() => _folder.Dispose();

    private string Write(string name) =>
        name switch
        {
            "english" => Export(name, Samples, "en-US"),
            "turkish" => Export(name, Samples, "tr-TR"),
            "hostile" => Export(name, _folder.Write("hostile.json", HostileNames.Rows), "en-US"),
            "well" => Export(name, _folder.Write("well.json", TinyLog.Expiries(TinyLog.Press, 8)), "en-US"),
            "empty" => ExportNothing(name),
            "large" => Export(name, LargeFleet(), "en-US"),
            _ => throw new ArgumentException(name),
        };

    private string Export(string name, string log, string culture)
    {
        var path = _folder.PathOf($"{name}.html");
        using var session = new Session();
        var outcome = session.Run(
            "Export-DisconnectReport -Path $log -FilePath $path -Culture $culture",
            ("log", log),
            ("path", path),
            ("culture", culture)
        );
        Assert.Null(outcome.Thrown);
        return path;
    }

    private string ExportNothing(string name)
    {
        var path = _folder.PathOf($"{name}.html");
        using var session = new Session();
        session.Run("@() | Export-DisconnectReport -FilePath $path -Culture en-US", ("path", path)).Clean();
        return path;
    }

    private string LargeFleet()
    {
        var folder = _folder.PathOf("large");
        Fleet.Simulate(FleetPresets.All["noisy"](3) with { Devices = 10_000, Hubs = 4, Hours = 6 }).WriteLogs(folder);
        return folder;
    }
}
