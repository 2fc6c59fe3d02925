using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>One case a documented behaviour: a device's history, and the cause of its last disconnect.</summary>
public sealed class CauseTests
{
    private const string Quick = "reset at random";

    public static TheoryData<string, string, string, string, CauseName> Cases =>
        new()
        {
            {
                ".NET: the hub closes after expiry, 401003 beside it",
                TestLog.DotNet,
                "sas",
                Repeated([3601, 3901, 4201], "D 401003", 5),
                CauseName.SasTokenExpired
            },
            {
                ".NET: 404104 alone",
                TestLog.DotNet,
                "sas",
                Repeated([3601, 3901, 4201, 3901], "D 404104", 5),
                CauseName.SasTokenExpired
            },
            {
                "no SDK name: lifetime of 20 minutes",
                "",
                "sas",
                Repeated([1201, 1501, 1801, 1201], "D 404104", 4),
                CauseName.SasTokenExpired
            },
            {
                "no SDK name: lifetime of 15 minutes, clock 8 s late",
                "",
                "sas",
                Repeated([908, 1208, 1508, 908, 1209], "D 404104", 4),
                CauseName.SasTokenExpired
            },
            {
                ".NET: the token outlives a drop",
                TestLog.DotNet,
                "sas",
                Repeated([3601, 3901, 4201], "D 404104", 5)
                    + "9:00:00 C, 9:20:00 D 404104, 9:20:02 C, 10:05:01 D 404104, 10:05:06 C",
                CauseName.SasTokenExpired
            },
            {
                "FreeRTOS: a first hour",
                TestLog.FreeRtos,
                "sas",
                Repeated([3901], "D 404104", 6),
                CauseName.SasTokenExpired
            },
            {
                "a user's token that ends for good",
                TestLog.C,
                "sas",
                "0:00:00 C, 5:00:00 D 404104, 5:00:03 F 401003, 5:00:07 F 401003, 5:00:15 F 401003, 9:00:00 F 401003",
                CauseName.Unauthorized
            },
            {
                "C: 48 minutes after the connect",
                TestLog.C,
                "sas",
                Repeated([2880, 2880, 2880], "D", 4),
                CauseName.SasTokenRenewed
            },
            {
                "Node: on a grid of 45 minutes",
                TestLog.Node,
                "sas",
                Repeated([2695, 2695, 2695], "D", 5),
                CauseName.SasTokenRenewed
            },
            {
                "no SDK name: renews every half hour",
                "",
                "sas",
                Repeated([1795, 1796, 1795, 1797], "D", 4),
                CauseName.SasTokenRenewed
            },
            {
                "a device that connects for a minute an hour",
                TestLog.Node,
                "sas",
                Repeated([50, 61, 44, 70], "D", 3540),
                CauseName.ClientClosed
            },
            {
                "an orderly close with a certificate",
                TestLog.C,
                "x509Certificate",
                Repeated([2880, 1500], "D", 4),
                CauseName.ClientClosed
            },
            {
                "a load balancer's four minutes",
                "",
                "sas",
                Repeated([240, 241, 240, 241, 240], "D 404104", 2),
                CauseName.IdleTimeout
            },
            {
                "the cap on the keep-alive",
                "",
                "sas",
                Repeated([1767, 1768, 1767, 1768], "D 404104", 2),
                CauseName.IdleTimeout
            },
            {
                "half an hour with a certificate is no token, and no hub waits so long",
                "",
                "x509Certificate",
                Repeated([1800, 1801, 1800, 1801], "D 404104", 2),
                CauseName.ConnectionReset
            },
            {
                "Node never waits for the hub, and pings sooner",
                TestLog.Node,
                "sas",
                Repeated([600, 601, 600, 601, 600], "D 404104", 2),
                CauseName.Unknown
            },
            { Quick, TestLog.C, "sas", Repeated([700, 2100, 1333, 411], "D 404104", 2), CauseName.ConnectionReset },
            {
                "back after its boot, each time",
                TestLog.C,
                "sas",
                Repeated([700, 2100, 1333, 411], "D 404104", 62),
                CauseName.DeviceRestarted
            },
            {
                "away for ten minutes",
                TestLog.C,
                "sas",
                Repeated([700, 2100, 1333], "D 404104", 640),
                CauseName.NetworkLost
            },
            {
                "back before the hub noticed",
                TestLog.C,
                "x509Certificate",
                "0:00:00 C, 4:00:00 D 400027, 4:00:00.1 C",
                CauseName.NetworkLost
            },
            {
                "two clients, one identity",
                TestLog.C,
                "sas",
                "0:00:00 C, 4:00:00 D 400027, 4:00:00.1 C @b, 4:00:04 D 400027, 4:00:04.1 C, 4:00:09 D "
                    + "400027, 4:00:09.1 C @b, 4:00:12 D 400027, 4:00:12.1 C",
                CauseName.DuplicateIdentity
            },
            {
                "wrong key",
                TestLog.C,
                "sas",
                "0:00:00 F 401003, 0:00:02 F 401003, 0:00:06 F 401003",
                CauseName.Unauthorized
            },
            { "disabled", TestLog.C, "sas", "0:00:00 F 403012, 0:00:02 F 403012", CauseName.DeviceDisabled },
            { "deleted", TestLog.C, "sas", "0:00:00 F 404001, 0:00:02 F 404001", CauseName.DeviceNotFound },
            { "throttled", TestLog.C, "sas", "0:00:00 C, 0:20:00 D 429002, 0:20:05 C", CauseName.Throttled },
            { "quota used up", TestLog.C, "sas", "0:00:00 F 403002, 0:10:00 F 403002", CauseName.QuotaExceeded },
            {
                "moved by an upgrade",
                TestLog.C,
                "sas",
                "0:00:00 C, 0:20:00 D 400029, 0:20:01 F 400030, 0:20:05 C",
                CauseName.HubMaintenance
            },
            {
                "failing over",
                TestLog.C,
                "sas",
                "0:00:00 C, 0:20:00 D 404104, 0:20:02 F 404012, 0:20:10 F 404012, 0:30:00 C",
                CauseName.HubFailover
            },
            { "the hub's fault", TestLog.C, "sas", "0:00:00 F 500001, 0:00:10 F 503001", CauseName.HubFault },
            { "a code that says nothing of connections", TestLog.C, "sas", "0:00:00 F 413001", CauseName.Unknown },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_the_cause(string name, string sdk, string auth, string rows, CauseName expected)
    {
        var causes = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes();
        var last = name == "failing over" ? causes[0] : causes[^1];
        Assert.True(
            expected == last.Cause,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Fact]
    public void Believes_an_operator_who_knows_the_lifetime()
    {
        const string history = "0:00:00 C, 1:17:30 D 404104, 1:17:34 C";
        var told = new TestLog()
            .Add(history, sdk: "")
            .Causes(new ResolveOptions { TokenLifetime = TimeSpan.FromMinutes(77) });
        Assert.Equal(CauseName.SasTokenExpired, told[0].Cause);
        Assert.NotEqual(CauseName.SasTokenExpired, new TestLog().Add(history, sdk: "").Causes()[0].Cause);
    }

    [Fact]
    public void Knows_a_renewal_clock_however_long_the_log()
    {
        var renewals = Repeated([.. Enumerable.Repeat(1500, 1200)], "D", 4);
        var cause = new TestLog().Add(renewals, sdk: TestLog.Node).Causes()[^1];
        Assert.Equal(CauseName.SasTokenRenewed, cause.Cause);
        Assert.Equal(TimeSpan.FromMinutes(40), cause.Disconnect.Profile.TokenLifetime);
    }

    [Fact]
    public void Takes_no_device_for_a_witness_of_its_own()
    {
        var cause = new TestLog()
            .Add("0:00:00 F 503001, 0:00:10 F 404012, 0:01:00 C", sdk: TestLog.C)
            .Causes()
            .Single();
        Assert.DoesNotContain(cause.Evidence, e => e.Value.Contains("others", StringComparison.Ordinal));
    }

    [Fact]
    public void Explains_itself()
    {
        var cause = new TestLog().Add(Repeated([3601, 3901, 4201, 3901], "D 404104", 5)).Causes()[^1];
        Assert.Equal(
            "After 1 h 5 min the hub closed the session: most likely its SAS token of 1 h had expired.",
            cause.Reason
        );
        Assert.Contains(cause.Evidence, e => e is { Name: "Token age", Value: "1 h 5 min", Weight: > 0 });
        Assert.DoesNotContain(cause.Alternative, a => a.Cause == cause.Cause);
        Assert.True(cause.IsExpected);
        Assert.Equal(TimeSpan.FromMinutes(60), cause.Disconnect.Profile.TokenLifetime);
    }
}
