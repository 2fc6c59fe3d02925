using System.Text.RegularExpressions;
using IoTHubDisconnect.Report.Tests.Pages;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Report.Tests.Figures;

/// <summary>What somebody did to many devices at once is one card, wherever they are.</summary>
public sealed class OneHandTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData(403012, "DeviceDisabled")]
    [InlineData(404001, "DeviceNotFound")]
    [InlineData(401003, "IotHubUnauthorized")]
    public void Who_went_at_one_time_for_one_reason_is_one_card(int code, string name)
    {
        string[] rows =
        [
            .. Devices("together", 4).SelectMany((d, i) => Refused(d, code, name, $"03:0{i}")),
            .. Devices("later", 1).SelectMany(d => Refused(d, code, name, "06:00")),
            .. Devices("elsewhere", 1)
                .Select(d => d with { Hub = "CONTOSO-US" })
                .SelectMany(d => Refused(d, code, name, "03:01")),
        ];

        Assert.Equal([4, 1, 1], Cards(rows));
        var ticket = Export("report.md");
        Assert.Matches(
            @"(?m)^\| 4 devices of CONTOSO-EU( \(sas\))?: together-1, together-2, together-3, together-4 \|",
            ticket
        );
        Assert.Equal(3, Regex.Count(ticket, "2026-11-16 03:00 – 03:03"));
        Assert.Single(Regex.Matches(Export("report.html"), "the first away since 2026-11-16 03:00 UTC"));
    }

    [Fact]
    public void Keys_and_certificates_fail_for_different_reasons()
    {
        string[] rows =
        [
            .. Devices("key", 2).SelectMany(d => Refused(d, 401003, "IotHubUnauthorized", "03:00")),
            .. Devices("certificate", 2)
                .Select(d => d with { UsesCertificate = true })
                .SelectMany(d => Refused(d, 401003, "IotHubUnauthorized", "03:01")),
        ];

        Assert.Equal([2, 2], Cards(rows));
        var ticket = Export("report.md");
        Assert.Equal(2, Regex.Count(ticket, @"\| 2 devices of CONTOSO-EU \(sas\): key-1, key-2 \|"));
        Assert.Equal(
            2,
            Regex.Count(ticket, @"\| 2 devices of CONTOSO-EU \(x509Certificate\): certificate-1, certificate-2 \|")
        );
    }

    [Fact]
    public void Other_reasons_are_others_cards()
    {
        string[] rows =
        [
            .. Devices("disabled", 2).SelectMany(d => Refused(d, 403012, "DeviceDisabled", "03:00")),
            .. Devices("deleted", 2).SelectMany(d => Refused(d, 404001, "DeviceNotFound", "03:01")),
        ];

        Assert.Equal([2, 2], Cards(rows));
    }

    [Fact]
    public void Who_is_back_is_put_together_by_time_as_well()
    {
        string[] rows =
        [
            .. Devices("early", 3).SelectMany(d => DisabledTwice(d, "01", "02")),
            .. Devices("late", 2).SelectMany(d => DisabledTwice(d, "05", "06")),
        ];

        Assert.Equal([3, 2], Cards(rows).OrderDescending());
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<Device> Devices(string name, int count) =>
        Enumerable.Range(1, count).Select(i => new Device($"{name}-{i}") { Address = $"198.51.{i}.XXX" });

    private static string[] Refused(Device device, int code, string name, string from) =>
        [
            device.Connect("00:10:00"),
            device.Close($"{from}:00"),
            .. Enumerable.Range(2, 5).Select(i => device.Refuse($"{from}:{i:00}", code, name)),
            device.Refuse("09:50:00", code, name),
        ];

    private static IEnumerable<string> DisabledTwice(Device device, params string[] hours) =>
        hours
            .SelectMany(hour =>
                new[]
                {
                    device.Refuse($"{hour}:00:00", 403012, "DeviceDisabled"),
                    device.Refuse($"{hour}:05:00", 403012, "DeviceDisabled"),
                    device.Connect($"{hour}:25:00"),
                }
            )
            .Prepend(device.Connect("00:13:00"))
            .Prepend(device.Close("00:12:00"))
            .Prepend(device.Connect("00:10:00"));

    private IReadOnlyList<int> Cards(IEnumerable<string> rows)
    {
        _folder.Write("log.json", rows.Append(TinyLog.Edge.Connect("10:00:00")));
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        return new ReportPage(Export("report.html")).CardSizes;
    }

    private string Export(string file)
    {
        _session.Run($"Export-DisconnectReport ./log.json ./{file} -Culture en-US").Clean();
        return File.ReadAllText(_folder.PathOf(file));
    }
}
