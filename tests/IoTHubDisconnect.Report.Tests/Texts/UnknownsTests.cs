using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>The report says what a log of such a length and so few devices cannot show, and only then.</summary>
public sealed class UnknownsTests : IDisposable
{
    private static readonly Device Other = new("press-02");

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData("en-US", "md", true, "All rows are of one device", "The log covers ")]
    [InlineData("en-US", "html", true, "All rows are of one device", "The log covers ")]
    [InlineData("tr-TR", "md", true, "tek bir cihaza ait", " kapsıyor")]
    [InlineData("en-US", "md", false, "All rows are of one device", "The log covers ")]
    public void Too_few_devices_and_too_short_a_log_are_told(
        string culture,
        string format,
        bool isLittle,
        string ofOne,
        string isShort
    )
    {
        string[] more = [Other.Connect("00:00:30"), Other.Connect("2.00:00:00")];
        var log = _folder.Write("log.json", [.. TinyLog.Expiries(TinyLog.Press, 4), .. isLittle ? [] : more]);
        var report = _folder.PathOf($"report.{format}");

        _session
            .Run(
                "Export-DisconnectReport $log $report -Culture $culture",
                ("log", log),
                ("report", report),
                ("culture", culture)
            )
            .Clean();

        var text = File.ReadAllText(report);
        Assert.Equal(isLittle, text.Contains(ofOne, StringComparison.Ordinal));
        Assert.Equal(isLittle, text.Contains(isShort, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
