using static IoTHubDisconnect.Tests.Causes.Aspects.Asked;

namespace IoTHubDisconnect.Tests.Causes.Aspects;

/// <summary>Which of a hub's settings keeps a device out.</summary>
public sealed class HubSettingTests
{
    private const string Aspect = "HubSetting";
    private const string Refused = "0:00:00 F 401003, 0:00:02 F 401003, 0:00:06 F 401003";

    [Theory]
    [InlineData("disableDeviceSAS", Refused, "DisableDeviceSas")]
    [InlineData("disableLocalAuth", Refused, "DisableLocalAuth")]
    [InlineData("publicNetworkAccess", Refused, "PublicNetworkAccess")]
    [InlineData("rules", Refused, "NetworkRules")]
    [InlineData("none", Refused, null)]
    [InlineData("disableDeviceSAS", "0:00:00 F 403012, 0:00:02 F 403012", null)]
    [InlineData("disableDeviceSAS", "0:00:00 C, 1:05:01 D 401003, 1:05:06 C", null)]
    public void Sees_what_keeps_it_out(string setting, string rows, string? expected) =>
        Assert.Equal(
            (setting, expected),
            (setting, SignOf(Log(rows), Aspect, condition: id => Condition(id, setting)))
        );

    [Fact]
    public void Tells_all_rules() =>
        Assert.Equal(
            "the network rules keep 203.0.113.XXX out: reject 0.0.0.0/0 (rest); allow 198.51.100.0/24 (others); "
                + "deny all others",
            ValueOf(Log(Refused), Aspect, condition: id => Condition(id, "rules"))
        );

    private static TestLog Log(string rows) => new TestLog().Add(rows, Device, ip: "203.0.113.XXX");

    private static HubCondition Condition(string id, string setting) =>
        new(id)
        {
            Settings = setting switch
            {
                "disableDeviceSAS" => new HubSettings(id) { DisableDeviceSas = true },
                "disableLocalAuth" => new HubSettings(id) { DisableLocalAuth = true },
                "publicNetworkAccess" => new HubSettings(id) { IsPublic = false },
                "rules" => new HubSettings(id)
                {
                    IpFilterRules = new([new("rest", false, "0.0.0.0/0")]),
                    NetworkRules = new([new("others", true, "198.51.100.0/24")]),
                    DeniesByDefault = true,
                },
                _ => new HubSettings(id),
            },
        };
}
