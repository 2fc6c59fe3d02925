using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The connection breaks at any age, and the client is back with its first retry.</summary>
public sealed class ConnectionResetTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            {
                "now and then, back in two seconds",
                TestLog.C,
                "sas",
                Repeated([700, 2100, 1333, 411], "D 404104", 2),
                true
            },
            {
                "a client without an SDK that waits ten seconds each time",
                "",
                "x509Certificate",
                Repeated([900, 4100, 2333, 611, 5120, 808], "D 404104", 9.8),
                true
            },
            {
                "as soon as after its renewals, which takes half a minute",
                TestLog.C,
                "sas",
                Repeated([2880, 2880, 2880, 2880], "D", 31) + Repeated([700, 1990], "D 404104", 31, 20000),
                true
            },
            {
                "ended at once each time, as by a hub that does not take what the client sends",
                "",
                "x509Certificate",
                Repeated(Around(1.2, 0.3, 30), "D 404104", 9.8),
                true
            },
            {
                "back after a boot each time",
                TestLog.C,
                "x509Certificate",
                Repeated([700, 2100, 1333, 411], "D 404104", 62),
                false
            },
            {
                "an age that repeats to the second",
                TestLog.C,
                "x509Certificate",
                Repeated(Around(7201, 0.5, 10), "D 404104", 60),
                false
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.ConnectionReset) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    /// <summary>A carrier lets no connection be older, and gives the next one any of its addresses.</summary>
    [Fact]
    public void An_age_that_repeats_tells_more_than_an_address_that_changes_now_and_then() =>
        Each.Passes(
            Pool().Causes().Skip(1).SkipLast(1),
            c =>
                Assert.True(
                    c.Cause is CauseName.ConnectionReset or CauseName.Unknown,
                    $"{c.Cause}\n{string.Join('\n', c.Evidence)}"
                )
        );

    private static TestLog Pool()
    {
        var rows = new StringBuilder("0:00:00 C @10.0.0.XXX, ");
        var (now, address) = (0.0, 0);
        foreach (var (age, i) in Around(3901, 1.5, 30).Select((age, i) => (age, i)))
        {
            rows.Append(CultureInfo.InvariantCulture, $"{At(now += age)} D 404104 @10.0.{address}.XXX, ");
            address = i % 4 == 3 ? (address + 1) % 3 : address;
            rows.Append(CultureInfo.InvariantCulture, $"{At(now += 3 + i % 5)} C @10.0.{address}.XXX, ");
        }
        return new TestLog().Add(rows.ToString(), sdk: TestLog.Node, auth: "x509Certificate");
    }

    /// <summary>A firewall that looks into connections breaks all of its site's within seconds.</summary>
    [Fact]
    public void Loops_of_a_whole_site_are_what_it_shares() =>
        Each.Passes(
            SiteOfLoops().Causes().Where(c => c.DeviceId.StartsWith("site", StringComparison.Ordinal)),
            c =>
                Assert.True(
                    c.Cause is CauseName.ConnectionReset or CauseName.NetworkLost,
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    internal static TestLog SiteOfLoops()
    {
        var log = new TestLog();
        for (var i = 0; i < 9; i++)
        {
            var chance = new Random(i);
            var rows = new StringBuilder($"0:00:{i:00} C, ");
            double now = 20_000;
            for (var tries = 0; tries < 30; tries++)
            {
                var waits = Math.Min(220, 2 << Math.Min(tries, 9)) * (0.7 + 0.4 * chance.NextDouble());
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"{At(now += 1 + 8 * chance.NextDouble())} D 404104, {At(now += waits)} C, "
                );
            }
            log.Add(rows.ToString(), $"site{i}", auth: "x509Certificate");
            log.Add(Repeated(Around(2880, 0.4, 12), "D", 2, 60 * i), $"other{i}", TestLog.C, ip: $"10.1.{i}.XXX");
        }
        return log;
    }
}
