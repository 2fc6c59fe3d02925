using System.Globalization;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>A hub drops devices at many places at once; a place drops its own.</summary>
public sealed class HubFaultTests
{
    [Theory]
    [InlineData(200, 40)]
    [InlineData(200, 15)]
    [InlineData(60, 12)]
    public void Is_at_many_places_whatever_their_share_of_the_hub(int devices, int dropped)
    {
        var causes = Drop(devices, dropped, i => $"203.0.{i}.XXX");

        Each.Passes(
            causes,
            c =>
                Assert.True(
                    c is { Cause: CauseName.HubFault or CauseName.HubMaintenance, Scope: DisconnectScope.Hub },
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
        Each.Passes(
            causes,
            c =>
                Assert.StartsWith(
                    $"Devices at {dropped} places were cut off in these minutes: most likely the hub ",
                    c.Reason,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Is_at_many_places_however_many_drop_at_each_and_are_back_at_once()
    {
        var log = new TestLog();
        for (var i = 0; i < 44; i++)
            log.Add(
                $"0:{i:00}:00 C, {TimeSpan.FromSeconds(36_000 + i % 7 * 0.2):c} D 404104, "
                    + $"{TimeSpan.FromSeconds(36_001 + i % 12):c} C, 20:00:{i:00} D",
                $"d{i}",
                TestLog.Node,
                ip: $"203.0.{i / 4}.XXX"
            );

        Each.Passes(
            log.Causes().Where(c => c.ErrorCode is not null),
            c =>
                Assert.True(
                    c is { Cause: CauseName.HubFault or CauseName.HubMaintenance },
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    [Theory]
    [InlineData(60, 30, 1)]
    [InlineData(40, 40, 1)]
    [InlineData(200, 40, 2)]
    public void Is_not_at_few_however_many_their_devices(int devices, int dropped, int addresses)
    {
        var causes = Drop(devices, dropped, i => $"203.0.{i % addresses}.XXX");

        Each.Passes(
            causes,
            c =>
                Assert.True(
                    c.Cause is not (CauseName.HubFault or CauseName.HubMaintenance or CauseName.HubFailover),
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
        Each.Passes(causes, c => Assert.Equal(DisconnectScope.Site, c.Scope));
    }

    [Theory]
    [InlineData(
        "10:00:00 C, 10:17:00 D 404104, 10:17:40 C, 10:20:30 D 404104, 10:21:20 C, 10:24:10 D 404104, "
            + "10:24:55 C, 10:27:40 D 404104, 10:28:10 C, 10:31:00 D 404104, 10:33:00 C"
    )]
    [InlineData(
        "10:00:00 C, 10:17:00 D 404104, 10:23:00 C, 10:23:05 D 404104, 10:23:40 C, 10:26:30 D 404104, 10:29:00 C"
    )]
    public void A_site_is_more_than_one_device(string rows) =>
        Each.Passes(
            new TestLog().Add(rows, sdk: TestLog.C, auth: "x509Certificate").Causes(),
            c => Assert.Equal(DisconnectScope.Device, c.Scope)
        );

    private static List<DisconnectCause> Drop(int devices, int dropped, Func<int, string> address)
    {
        var log = new TestLog();
        for (var i = 0; i < devices; i++)
        {
            var at = i < dropped ? TimeSpan.FromSeconds(36000 + i * 2) : TimeSpan.FromSeconds(80000 + i);
            var end = i < dropped ? "D 404104" : "D";
            log.Add(
                $"0:{i % 60:00}:00 C, {at:c} {end}, {at + TimeSpan.FromSeconds(2):c} C",
                $"d{i}",
                TestLog.C,
                auth: "x509Certificate",
                ip: i < dropped ? address(i) : $"198.51.{i}.XXX"
            );
        }
        return log.Causes().FindAll(c => c.ErrorCode is not null);
    }

    /// <summary>Who still tries is kept away by the hub, who does not by itself.</summary>
    [Theory]
    [InlineData("2:25:00", false)]
    [InlineData("4:00:00", true)]
    public void Of_who_no_longer_tries_the_device_is_to_be_looked_at(string end, bool isSilent)
    {
        var circumstance = isSilent ? Circumstance.Silent : Circumstance.None;
        var catalogue = DisconnectCatalogue.For(CultureInfo.InvariantCulture);

        Each.Passes(
            LeftBehind(end).Causes().Where(c => c.DeviceId == "silent"),
            c =>
            {
                Assert.Equal(
                    (CauseName.HubFault, catalogue.Find(CauseName.HubFault, circumstance).Solution),
                    (c.Cause, c.Solution)
                );
                Assert.Equal(
                    isSilent,
                    c.Reason.EndsWith(" The device has not tried to come back since.", StringComparison.Ordinal)
                );
            }
        );
    }

    /// <summary>A fault after which all but one come back; the log goes on to the end.</summary>
    internal static TestLog LeftBehind(string end)
    {
        var log = new TestLog().Add("0:00:00 C, 2:05:02 D 404104, 2:05:10 F 500001", "silent", ip: "198.51.1.XXX");
        for (var i = 0; i < 12; i++)
            log.Add(
                $"0:0{i % 6}:00 C, 2:05:{i:00} D 404104, 2:05:{i + 8:00} F 500001, 2:07:{i:00} C, {end} C",
                $"d{i}",
                ip: $"203.0.{i}.XXX"
            );
        return log;
    }
}
