using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>What a report says first: what holds most who are away, or else what most likely cost most time.</summary>
public sealed class ForemostTests : IDisposable
{
    private const string Held =
        "4 of the 6 that are away are kept out by CONTOSO-EU, since 2026-11-16 04:00 UTC: QuotaExceeded "
        + "(acts: hub owner).";

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    /// <summary>Hours lie between those whom it met, for it is one quota.</summary>
    [Fact]
    public void An_incident_of_the_hub_that_holds_most_is_one_row_and_comes_first()
    {
        var ticket = Ticket([
            .. Refused("disabled", 2, 403012, "DeviceDisabled", 1),
            .. Refused("early", 2, 403002, "IotHubQuotaExceeded", 4),
            .. Refused("late", 2, 403002, "IotHubQuotaExceeded", 7),
        ]);

        Assert.Contains($"{Held} Away the longest: 2 devices of CONTOSO-EU, since 2026-11-16 01:00", ticket);
        Assert.Matches(
            @"What to do first, for 4 devices of CONTOSO-EU \(QuotaExceeded, \d+ % sure; acts: hub owner\): To get the",
            ticket
        );
        Assert.Equal(
            Enumerable.Repeat(("4 devices of CONTOSO-EU", "2 devices of CONTOSO-EU"), 2),
            Regex
                .Matches(ticket, @"(?m)^\| (4 devices[^:]*):.*\n\| (2 devices[^:]*):")
                .Select(rows => (rows.Groups[1].Value, rows.Groups[2].Value))
        );
    }

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(3, 4, false)]
    public void Few_or_less_than_half_do_not_come_before_the_longest_away(int held, int others, bool isFirst) =>
        Assert.Equal(
            isFirst,
            Ticket([
                    .. Refused("disabled", others, 403012, "DeviceDisabled", 1),
                    .. Refused("held", held, 403002, "IotHubQuotaExceeded", 4),
                ])
                .Contains("are kept out by", StringComparison.Ordinal)
        );

    [Fact]
    public void What_cost_most_time_is_done_first_however_long_another_is_away()
    {
        var ticket = Ticket([
            .. Refused("lone", 1, 403012, "DeviceDisabled", 1),
            .. Refused("many", 5, 404001, "DeviceNotFound", 3),
        ]);

        Assert.Contains("Away the longest: lone-1, since 2026-11-16 01:00", ticket);
        Assert.Contains("What to do first, for 5 devices of CONTOSO-EU (DeviceNotFound, ", ticket);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<string> Refused(string name, int count, int code, string error, int hour) =>
        Enumerable
            .Range(1, count)
            .Select(i => new Device($"{name}-{i}") { Address = $"198.{name.Length}.{i}.XXX" })
            .SelectMany((device, i) => Refused(device, code, error, 3600 * hour + 60 * i));

    private static IEnumerable<string> Refused(Device device, int code, string error, int from) =>
        [
            device.Connect("00:10:00"),
            device.Close(Device.At(from)),
            .. Enumerable
                .Range(0, 60)
                .Select(i => from + 2 + 600 * i)
                .TakeWhile(at => at < 36_000)
                .Select(at => device.Refuse(Device.At(at), code, error)),
        ];

    private string Ticket(IEnumerable<string> rows)
    {
        var log = _folder.Write("log.json", rows.Append(TinyLog.Edge.Connect("10:00:00")));
        var ticket = _folder.PathOf("ticket.md");
        _session.Run("Export-DisconnectReport $log $ticket -Culture en-US", ("log", log), ("ticket", ticket)).Clean();
        return File.ReadAllText(ticket);
    }
}
