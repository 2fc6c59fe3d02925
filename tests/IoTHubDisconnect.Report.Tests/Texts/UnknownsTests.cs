using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>The report says what a log of such a length and so few devices cannot show, and only then.</summary>
public sealed partial class UnknownsTests : IDisposable
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

    /// <summary>What the warning says of a log, in the report's language and once.</summary>
    [Theory]
    [InlineData("codes", "en-US", "md", "have no code in the log")]
    [InlineData("codes", "en-US", "html", "have no code in the log")]
    [InlineData("codes", "tr-TR", "md", "hatanın kodu yok")]
    [InlineData("seconds", "en-US", "html", "the times have no seconds")]
    [InlineData("seconds", "tr-TR", "md", "zamanların saniyesi yok")]
    public void What_the_log_lacks_is_told(string lacking, string culture, string format, string told)
    {
        var rows = TinyLog.Expiries(TinyLog.Press, 20);
        var log = _folder.Write(
            "log.json",
            lacking == "codes"
                ? rows.Select(row => CodeOfRow().Replace(row, ""))
                : rows.Select(row => SecondsOfRow().Replace(row, ":00Z"))
        );
        var report = _folder.PathOf($"report.{format}");

        var outcome = _session.Run(
            "Export-DisconnectReport $log $report -Culture $culture",
            ("log", log),
            ("report", report),
            ("culture", culture)
        );

        var warning = Assert.Single(outcome.Warnings);
        var text = File.ReadAllText(report);
        Assert.Contains($"no {lacking[..^1]}", warning, StringComparison.Ordinal);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.DoesNotContain(warning, text, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be read", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"result(Type|Description)\":\"[^\"]*\",")]
    private static partial Regex CodeOfRow();

    [GeneratedRegex(@"(?<=T\d\d:\d\d):[^""]*Z")]
    private static partial Regex SecondsOfRow();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
