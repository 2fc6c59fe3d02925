using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Texts;

/// <summary>What a report says of who is connected, and of which time it is.</summary>
public sealed class ConnectedTests : IDisposable
{
    private const string Log = "./log.json";
    private const string Causes = "Get-DeviceDisconnect ./log.json -DeviceId pauser-1 | Resolve-DisconnectCause |";

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public ConnectedTests()
    {
        _folder.Write(
            "log.json",
            [
                .. Enumerable.Range(1, 3).SelectMany(i => Pauses(new Device($"pauser-{i}"))),
                new Device("steady").Connect("00:10:00"),
                new Device("edge").Connect("07:40:00"),
            ]
        );
        _folder.Write(
            "ends.json",
            TinyLog.Press.Close("01:00:00"),
            TinyLog.Press.Close("02:00:00"),
            TinyLog.Press.Close("06:00:00")
        );
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    [Theory]
    [InlineData("", Log, "Connected at the end, 2026-11-16 07:40 UTC: 2 of 5. 3 are in pauses as they usually make.")]
    [InlineData("", $"{Log} -DeviceId pauser-1", "07:40 UTC: 0 of 1. 1 is in a pause as it usually makes.")]
    [InlineData("", $"{Log} -DeviceId steady", "07:40 UTC: 1 of 1.")]
    [InlineData(
        Causes,
        "",
        "of a device that is away for long at the end, 2026-11-16 07:40 UTC. Of others this report"
    )]
    [InlineData("", $"{Log} -ErrorCode 404104", "Of others this report does not know.")]
    [InlineData("", "./ends.json", "The log has no connects, and does not tell who is connected.")]
    [InlineData("", $"{Log} -Culture tr-TR", "bağlı olan: 5 cihazdan 2. 3 cihaz her zamanki gibi aradadır.")]
    public void Who_is_connected_is_told_where_it_is_known(string causes, string options, string words)
    {
        var said = Report(causes, options);

        Assert.Contains(words, said);
        Assert.Equal(
            words.Contains("07:40 UTC: ", StringComparison.Ordinal),
            said.Contains("Connected at", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("-StartTime 2026-11-20Z -EndTime 2026-11-27Z", "2026-11-20 00:00 to 2026-11-27 00:00 UTC;")]
    [InlineData("-StartTime 2026-11-20Z", "from 2026-11-20 00:00 UTC on;")]
    [InlineData("-EndTime 2026-11-10Z", "until 2026-11-10 00:00 UTC;")]
    public void A_time_that_the_log_has_nothing_of_is_named_with_that_of_the_log(string period, string words)
    {
        var lines = Report("", $"{Log} {period}").Split('\n');

        Assert.Equal(
            $"Disconnects, {words} the log has none of this time, it is of 2026-11-16 00:10 to 2026-11-16 07:40 UTC",
            lines[2]
        );
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    /// <summary>Sessions of an hour with an hour between them.</summary>
    private static IEnumerable<string> Pauses(Device device) =>
        Enumerable
            .Range(0, 4)
            .SelectMany(i => new[] { device.Connect($"0{2 * i}:10:00"), device.Close($"0{2 * i + 1}:10:00") });

    private string Report(string causes, string options)
    {
        var language = options.Contains("-Culture", StringComparison.Ordinal) ? "" : "-Culture en-US";
        var outcome = _session.Run($"{causes} Export-DisconnectReport {options} -FilePath ./a.md {language}");
        Assert.Empty(outcome.Errors);
        return File.ReadAllText(_folder.PathOf("a.md"));
    }
}
