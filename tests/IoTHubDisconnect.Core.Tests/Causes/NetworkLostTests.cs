using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The line is gone for longer than the hub or the client waits.</summary>
public sealed class NetworkLostTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "away for ten minutes", TestLog.C, "sas", Repeated([700, 2100, 1333], "D 404104", 640), true },
            { "away for hours", TestLog.C, "x509Certificate", Repeated([7000, 12100], "D 404104", 9000), true },
            {
                "back before the hub had noticed",
                TestLog.C,
                "x509Certificate",
                "0:00:00 C, 4:00:00 D 400027, 4:00:00.1 C",
                true
            },
            {
                "to a second line, and back from it when the first is good again",
                TestLog.C,
                "x509Certificate",
                "0:00:00 C @a, 3:00:00 D 400027 @a, 3:00:00.1 C @b, 3:12:00 D 400027 @b, 3:12:00.1 C @a",
                true
            },
            {
                "back in two seconds",
                TestLog.C,
                "x509Certificate",
                Repeated([700, 2100, 1333, 411], "D 404104", 2),
                false
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.NetworkLost) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    /// <summary>A tram loses its network in the tunnel, as long as the traffic has it.</summary>
    [Fact]
    public void Returns_of_about_a_length_are_no_boot() =>
        Assert.All(
            new TestLog().Add(Tunnels(), sdk: "", auth: "x509Certificate").Causes().SkipLast(1),
            c => Assert.False(c is { Cause: CauseName.DeviceRestarted, Confidence: > 0.7 }, $"{c.Cause} {c.Confidence}")
        );

    private static string Tunnels()
    {
        double[] away = [312, 398, 421, 341, 303, 352, 299, 319, 312, 364, 428, 476, 311, 412, 335, 412, 263, 432, 374];
        var ages = Around(2050, 160, 3 * away.Length);
        var rows = new StringBuilder();
        double now = 0;
        for (var i = 0; i < ages.Length; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{At(now)} C, {At(now += ages[i])} D 404104, ");
            now += away[i % away.Length] + i;
        }
        return rows.ToString();
    }
}
