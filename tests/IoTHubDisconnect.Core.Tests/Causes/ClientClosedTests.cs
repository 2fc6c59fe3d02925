using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The client closes because it is meant to, or sleeps without a word.</summary>
public sealed class ClientClosedTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            {
                "an orderly close with a certificate",
                TestLog.C,
                "x509Certificate",
                Repeated([2880, 1500], "D", 4),
                true
            },
            { "a minute an hour", TestLog.Node, "sas", Repeated([50, 61, 44, 70], "D", 3540), true },
            {
                "awake for 90 s an hour, gone without a close",
                "",
                "x509Certificate",
                Repeated([90, 90, 90, 90, 90, 90, 90, 90], "D 404104", 3510),
                true
            },
            { "hourly by the clock on the wall", TestLog.C, "sas", Schedule(3600, 420, "D", 8, 20), true },
            {
                "a sleeper, at the end of the log",
                "",
                "x509Certificate",
                Repeated([92, 95, 93, 90, 96, 91], "D 404104", 3510) + At(6 * 3602 + 93) + " D 404104",
                true
            },
            {
                "a sleeper whose wakings are late at times",
                "",
                "x509Certificate",
                Repeated([92, 95, 93, 90, 96, 91], "D 404104", 7110)
                    + Repeated([95, 93, 90], "D 404104", 9000, 6 * 7204)
                    + Repeated([95], "D 404104", 7110, 6 * 7204 + 3 * 9094),
                true
            },
            { "a sleeper on a grid, whom the hub waits for", "", "x509Certificate", OnGrid(900, 622, 60), true },
            {
                "a crash loop whose starts wait up to five minutes",
                "",
                "x509Certificate",
                Repeated([20], "D 404104", 12)
                    + Repeated([22], "D 404104", 23, 40)
                    + Repeated([19], "D 404104", 44, 90)
                    + Repeated([21], "D 404104", 85, 160)
                    + Repeated([20], "D 404104", 165, 270)
                    + Repeated(Around(20, 3, 30), "D 404104", 303, 460),
                false
            },
            {
                "a crash loop at a pace of minutes",
                "",
                "x509Certificate",
                string.Join(
                    ", ",
                    Around(45, 1.5, 60).Select((age, i) => $"{At(i * 104)} C, {At(i * 104 + age)} D 404104")
                ),
                false
            },
            {
                "cut once, where it mostly closes before it sleeps",
                "",
                "x509Certificate",
                Repeated([30, 25, 41, 22, 33, 29], "D", 870) + Repeated([12], "D 404104", 888, 6 * 900),
                false
            },
            { "daily by the clock on the wall, and back at once", "", "sas", Schedule(86400, 8247, "D", 2, 6), true },
            { "daily after the connect", "", "sas", Repeated(Around(86400, 0.2, 6), "D", 2.4), false },
            { "gone without a close night after night", TestLog.C, "x509Certificate", Nights(5, 900), false },
            { "the same by a clock", TestLog.C, "x509Certificate", Nights(9, 0), false },
            {
                "a battery that runs flat at any hour of the night",
                TestLog.C,
                "x509Certificate",
                Nights(6, 7000),
                false
            },
            { "on the clock of the SDK", TestLog.C, "sas", Repeated([2880, 2880, 2880], "D", 4), false },
            {
                "killed, and back after a boot",
                TestLog.C,
                "x509Certificate",
                Repeated([700, 2100, 1333, 411], "D 404104", 62),
                false
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.ClientClosed) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    /// <summary>
    /// Who takes its own session over at each round of a grid may wake then, or send into what is forgotten: the log
    /// does not tell, and the latter needs somebody.
    /// </summary>
    [Fact]
    public void Is_an_alternative_where_the_device_takes_its_own_session_over_by_the_clock()
    {
        DisconnectCause[] causes = [.. TakenOnGrid().Causes().Skip(1).SkipLast(1)];

        Each.Passes(causes, c => Assert.False(c.IsExpected, $"{c.Cause}\n{string.Join('\n', c.Evidence)}"));
        Assert.InRange(
            causes.Count(c => c.Alternative.Any(a => a.Cause == CauseName.ClientClosed)),
            causes.Length * 9 / 10,
            causes.Length
        );
    }

    internal static TestLog TakenOnGrid() =>
        new TestLog().Add(
            string.Join(
                ", ",
                Around(4, 3, 60).Select((late, i) => $"{At(i * 600 + late)} D 400027, {At(i * 600 + late + 0.1)} C")
            ),
            sdk: "",
            auth: "x509Certificate"
        );

    /// <summary>Sessions that begin at each round of a grid, give or take some seconds, and are cut so old.</summary>
    private static string OnGrid(double period, double age, int count)
    {
        var late = Around(4, 3, count);
        return string.Join(
            ", ",
            late.Select((l, i) => $"{At(i * period + l)} C, {At(i * period + l + age + late[^(i + 1)] / 2)} D 404104")
        );
    }
}
