using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Settings of the hub that explain why it refuses a device, or do not.</summary>
public sealed class HubSettingsTests
{
    [Theory]
    [InlineData("disableDeviceSAS", "sas", "", "its setting disableDeviceSAS is on")]
    [InlineData("disableDeviceSAS", "x509Certificate", "", null)]
    [InlineData("disableDeviceSAS", "sas", "camera", null)]
    [InlineData("disableModuleSAS", "sas", "camera", "its setting disableModuleSAS is on")]
    [InlineData("disableModuleSAS", "sas", "", null)]
    [InlineData("disableLocalAuth", "sas", "", "its setting disableLocalAuth is on")]
    [InlineData("publicNetworkAccess", "x509Certificate", "", "its setting publicNetworkAccess is Disabled")]
    [InlineData("ipFilterRules", "sas", "", "its network rules keep 203.0.113.XXX out")]
    [InlineData("networkRuleSets", "sas", "", "its network rules keep 203.0.113.XXX out")]
    [InlineData("another address", "sas", "", null)]
    [InlineData("none", "sas", "", null)]
    public void Explains_a_refusal(string setting, string auth, string module, string? reason)
    {
        var cause = Resolve("0:00:00 F 401003, 0:00:02 F 401003, 0:00:06 F 401003", setting, auth, module);
        Assert.Equal(CauseName.Unauthorized, cause.Cause);
        Assert.Equal(
            reason is null
                ? "On all 3 tries the hub refused the credentials."
                : $"On all 3 tries the hub refused the credentials: {reason}.",
            cause.Reason
        );
        Assert.Equal(reason is not null, cause.Evidence.Any(e => e.Name == "Hub's setting"));
        Assert.Equal(reason is null ? DisconnectScope.Device : DisconnectScope.Hub, cause.Scope);
        Assert.Equal(
            reason is null,
            cause.Solution
                == DisconnectCatalogue.For(CultureInfo.InvariantCulture).Find(CauseName.Unauthorized).Solution
        );
    }

    [Theory]
    [InlineData("0:00:00 F 403012, 0:00:02 F 403012", CauseName.DeviceDisabled)]
    [InlineData("0:00:00 C, 0:48:00 D", CauseName.SasTokenRenewed)]
    [InlineData("0:00:00 C, 1:05:01 D 401003, 1:05:06 C", CauseName.SasTokenExpired)]
    public void Explains_nothing_else(string rows, CauseName cause)
    {
        var answer = Resolve(rows, "disableDeviceSAS", "sas", "");
        Assert.Equal(cause, answer.Cause);
        Assert.DoesNotContain(answer.Evidence, e => e.Name == "Hub's setting");
    }

    [Fact]
    public void Tells_what_to_do_in_the_readers_language()
    {
        var cause = Resolve("0:00:00 F 401003", "disableDeviceSAS", "sas", "", new CultureInfo("tr-TR"));
        Assert.Contains("disableDeviceSAS ayarını false yapın", cause.Solution, StringComparison.Ordinal);
        Assert.Equal(
            "https://learn.microsoft.com/tr-tr/azure/iot-hub/authenticate-authorize-sas",
            cause.HelpUri.AbsoluteUri
        );
    }

    internal static DisconnectCause Resolve(
        string rows,
        string setting,
        string auth,
        string module,
        CultureInfo? culture = null
    )
    {
        using var fleet = new TestLog()
            .Add(rows, sdk: TestLog.C, auth: auth, ip: "203.0.113.XXX", module: module)
            .Analyse();
        fleet.Add([
            new HubCondition(fleet.Hubs[0].ResourceId) { Settings = Settings(setting, fleet.Hubs[0].ResourceId) },
        ]);
        var (profile, hub) = fleet.Devices(null, default).Single();
        return CauseExplainer.Resolve(
            new DeviceDisconnect(profile, 0, hub),
            ResolveOptions.None,
            culture ?? CultureInfo.InvariantCulture
        );
    }

    private static HubSettings Settings(string name, string id) =>
        name switch
        {
            "disableDeviceSAS" => new HubSettings(id) { DisableDeviceSas = true },
            "disableModuleSAS" => new HubSettings(id) { DisableModuleSas = true },
            "disableLocalAuth" => new HubSettings(id) { DisableLocalAuth = true },
            "publicNetworkAccess" => new HubSettings(id) { IsPublic = false },
            "ipFilterRules" => new HubSettings(id)
            {
                IpFilterRules = new([new("others", true, "198.51.100.0/24"), new("rest", false, "0.0.0.0/0")]),
            },
            "networkRuleSets" => new HubSettings(id)
            {
                NetworkRules = new([new("others", true, "198.51.100.0/24")]),
                DeniesByDefault = true,
            },
            "another address" => new HubSettings(id) { IpFilterRules = new([new("others", false, "198.51.100.0/24")]) },
            _ => new HubSettings(id),
        };
}
