using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Tests.Fleets.Profiles;

/// <summary>What a hub's devices come to, whichever core looked at which of them.</summary>
public sealed class HubActivityTests
{
    private const int Devices = 7;

    [Fact]
    public void Counts_each_device_of_the_hub()
    {
        var hub = HubOf("0:00:00 C, 1:00:00 D 404104, 1:00:09 C");

        Assert.Equal(Devices, hub.DeviceCount);
        Assert.Equal(Devices, hub.DropCount);
    }

    [Fact]
    public void Knows_how_long_tokens_live_here()
    {
        var hub = HubOf(
            "0:00:00 C, 0:20:01 D 401003, 0:20:03 C, 0:45:04 D 401003, 0:45:06 C, 1:05:07 D 401003, 1:05:09 C"
        );

        Assert.Equal(1200, hub.Lifetimes.Usual);
    }

    [Theory]
    [InlineData("500001")]
    [InlineData("400029")]
    [InlineData("404012")]
    public void Counts_all_that_meet_a_fault_of_the_hub_in_one_minute(string code)
    {
        var hub = HubOf($"0:00:00 C, 1:00:00 D {code}, 1:00:09 C");

        var around = hub.Minutes.Around(TestLog.At("1:00:00").UtcTicks);
        Assert.Equal(Devices, around.ServerErrors + around.Maintenance + around.Failover);
    }

    private static HubActivity HubOf(string rows)
    {
        var log = new TestLog().Add("0:00:00 C, 1:00:00 D", "elsewhere", hub: "CONTOSO-US");
        for (var device = 0; device < Devices; device++)
            log.Add(rows, $"device-{device}", ip: $"203.0.{device}.XXX");
        using var fleet = log.Analyse();
        return fleet.Hubs.Single(h => h.HubName == "CONTOSO-EU");
    }
}
