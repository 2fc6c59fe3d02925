using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Tests.Hubs;

/// <summary>Which addresses a hub's rules let in, as far as a masked address tells.</summary>
public sealed class MaskedAddressTests
{
    [Theory]
    [InlineData("no rules", "203.0.113.XXX", true)]
    [InlineData("accept the range, reject all", "203.0.113.XXX", true)]
    [InlineData("accept the range, reject all", "198.51.100.XXX", false)]
    [InlineData("reject the range", "203.0.113.XXX", false)]
    [InlineData("reject the range", "198.51.100.XXX", true)]
    [InlineData("reject one address", "203.0.113.XXX", null)]
    [InlineData("reject one address", "203.0.114.XXX", true)]
    [InlineData("accept half of the range, reject all", "203.0.113.XXX", null)]
    [InlineData("allow the range by the set", "203.0.113.XXX", true)]
    [InlineData("allow the range by the set", "198.51.100.XXX", false)]
    [InlineData("a rule nobody can read", "203.0.113.XXX", null)]
    [InlineData("reject the range", "2001:db8::XXX", null)]
    [InlineData("reject the range", "198.051.008.XXX", true)]
    [InlineData("reject the range", null, null)]
    public void Judges_by_the_first_rule_that_fits(string rules, string? address, bool? isLetIn) =>
        Assert.Equal(isLetIn, MaskedAddress.IsLetIn(address, Hub(rules)));

    private static HubSettings Hub(string rules) =>
        rules switch
        {
            "no rules" => new HubSettings("hub"),
            "accept the range, reject all" => new HubSettings("hub")
            {
                IpFilterRules = new([Rule(true, "203.0.113.0/24"), Rule(false, "0.0.0.0/0")]),
            },
            "accept half of the range, reject all" => new HubSettings("hub")
            {
                IpFilterRules = new([Rule(true, "203.0.113.0/25"), Rule(false, "0.0.0.0/0")]),
            },
            "reject the range" => new HubSettings("hub") { IpFilterRules = new([Rule(false, "203.0.0.0/16")]) },
            "reject one address" => new HubSettings("hub") { IpFilterRules = new([Rule(false, "203.0.113.7")]) },
            "allow the range by the set" => new HubSettings("hub")
            {
                NetworkRules = new([Rule(true, "203.0.113.0/24")]),
                DeniesByDefault = true,
            },
            "a rule nobody can read" => new HubSettings("hub") { IpFilterRules = new([Rule(false, "somewhere")]) },
            _ => throw new ArgumentOutOfRangeException(nameof(rules)),
        };

    private static HubAddressRule Rule(bool isAllowed, string addresses) => new("rule", isAllowed, addresses);
}
