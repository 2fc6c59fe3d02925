using HubStandIn.Clocks;
using HubStandIn.Registry;
using HubStandIn.Tests.Mqtt;
using IoTHubDisconnect;
using MQTTnet;

namespace HubStandIn.Tests.Logs;

public sealed class ReadBackTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_module_reads_what_the_hub_wrote()
    {
        var clock = new SteppedClock(Start);
        await using var hub = await StandInHub.StartAsync(new StandInHubOptions { Clock = clock, HubName = "contoso" });
        var identity = hub.Registry.Add("press-1");
        using var client = await new TestDevice(hub, identity).ConnectAsync();
        for (var minutes = 0; minutes < 65; minutes += 5)
        {
            await client.PingAsync();
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        clock.Advance(TimeSpan.FromSeconds(20));
        await new TestDevice(hub, identity).ConnectAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        identity.IsEnabled = false;
        hub.Drop(identity, HubErrorCode.DeviceConnectionClosedRemotely);
        await new TestDevice(hub, identity).TryConnectAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        await new TestDevice(hub, identity).TryConnectAsync();

        using var log = new ExportedLog(hub);
        Assert.Empty(log.Problems);
        Assert.Equal(hub.Rows.Count, log.RowCount);
        Assert.Collection(
            log.Disconnects,
            first =>
            {
                Assert.Equal(
                    ("CONTOSO", "press-1", DisconnectKind.Closed, 401003, 404104),
                    (
                        first.HubName.ToUpperInvariant(),
                        first.DeviceId,
                        first.Kind,
                        first.ErrorCode,
                        first.RelatedErrorCode
                    )
                );
                Assert.Equal(
                    (Start.AddMinutes(65), TimeSpan.FromMinutes(65), TimeSpan.FromSeconds(20)),
                    (first.Time, first.Duration, first.Downtime)
                );
                Assert.Equal(("Embedded C", "127.0.0.XXX"), (first.SdkName, first.MaskedIpAddress));
            },
            second => Assert.Equal((DisconnectKind.Closed, 404104), (second.Kind, second.ErrorCode)),
            third => Assert.Equal((DisconnectKind.Refused, 403012, 2), (third.Kind, third.ErrorCode, third.Attempts))
        );
    }

    [Fact]
    public async Task Rows_are_written_as_they_come_and_their_time_can_be_stretched()
    {
        var folder = Directory.CreateTempSubdirectory("hub-log-");
        var clock = new SteppedClock(Start);
        await using (
            var hub = await StandInHub.StartAsync(
                new StandInHubOptions
                {
                    Clock = clock,
                    LogStretch = 60,
                    LogFolder = folder.FullName,
                }
            )
        )
        {
            var identity = hub.Registry.Add("press-1");
            await new TestDevice(hub, identity).ConnectAsync();
            clock.Advance(TimeSpan.FromMinutes(1));
            hub.DropAll();
            Assert.Equal(Start.AddHours(1), hub.Rows[^1].Time);
        }

        Assert.Equal(
            ["h=08", "h=09"],
            Directory
                .GetFiles(folder.FullName, "PT1H.json", SearchOption.AllDirectories)
                .Select(file => new DirectoryInfo(file).Parent!.Parent!.Name)
                .Order()
        );
        folder.Delete(recursive: true);
    }
}
