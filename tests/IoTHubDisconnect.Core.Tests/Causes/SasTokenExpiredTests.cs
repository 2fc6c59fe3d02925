using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>What is a token's end, and what only looks like one.</summary>
public sealed class SasTokenExpiredTests
{
    private const string Java = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (17.0.2; Linux; amd64)";
    private const string Python = "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux;x86_64)";
    private const string EmbeddedC = "azsdk-c/1.5.0";
    private const string ThreadX = "azsdk-c/6.1 (azrtos)";

    public static TheoryData<string, string, string, int> Tokens =>
        new()
        {
            {
                "the documentation's example: C, 65 minutes, and a slow return",
                TestLog.C,
                Repeated(Around(3901.5, 0.5, 20), "D 404104", 38),
                60
            },
            {
                "an application's token, whatever the SDK: Python, 70 minutes",
                Python,
                Repeated(Around(4201, 0.7, 15), "D 404104", 6),
                60
            },
            {
                "an application's token, whatever the SDK: Node, an hour",
                TestLog.Node,
                Repeated(Around(3601, 0.5, 12), "D 404104", 2),
                60
            },
            {
                "three hours and ten minutes, which no timer is set to",
                "",
                Repeated(Around(11400.3, 0.6, 12), "D 404104", 2),
                180
            },
            {
                "an SDK that leaves it to the hub, which takes up to twelve seconds",
                TestLog.FreeRtos,
                Repeated(Around(4794, 6, 30), "D 404104", 4),
                80
            },
            {
                "eight hours and five minutes, of an application that takes its time to come back",
                Java,
                Repeated(Around(29101, 1, 8), "D 404104", 44),
                480
            },
            { "Java, a quarter of an hour", Java, Repeated(Around(901, 0.6, 30), "D 404104", 3), 15 },
            { "Java, twenty minutes", Java, Repeated(Around(1201, 0.6, 30), "D 404104", 3), 20 },
            { ".NET, half an hour", TestLog.DotNet, Repeated(Around(1801, 0.6, 30), "D 404104", 3), 30 },
            {
                "a hub that takes up to half a minute after each of its sweeps",
                Java,
                Repeated(Around(3615, 14, 14), "D 404104", 3) + Repeated(Around(3915, 14, 9), "D 404104", 3, 60000),
                60
            },
            {
                "two hours, half a minute more or less, and nothing known of the client",
                "",
                Repeated(Around(7502, 27, 40), "D 404104", 5),
                120
            },
            {
                "a hub that closes at any time of the ten minutes that the documentation allows",
                Java,
                Repeated(Around(3900, 290, 20), "D 404104", 4),
                60
            },
            {
                "401003 beside a third of the ends",
                "",
                Repeated([1201, 1201, 1202], "D 401003", 3)
                    + Repeated([1201, 1201, 1202, 1201, 1202, 1201], "D 404104", 3, 4000),
                20
            },
            {
                "after an update to an SDK that renews",
                TestLog.C,
                Repeated(Around(4201, 0.6, 10), "D 404104", 3).Replace("C,", "C @a,", StringComparison.Ordinal),
                60
            },
        };

    /// <summary>A clock that loses or gains half a minute a day makes each token end sooner, or later.</summary>
    [Theory]
    [InlineData(-1.3, -31)]
    [InlineData(0.9, 22)]
    public void A_clock_that_drifts_moves_all_ends(double each, double aDay)
    {
        var causes = Drifting(each).Causes();

        Each.Passes(
            causes,
            c =>
                Assert.True(
                    c.Cause == CauseName.SasTokenExpired,
                    $"{c.Duration} {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
        Assert.Contains(causes, c => c.Reason.Contains("clock drifts", StringComparison.Ordinal));
        Assert.InRange(causes[70].Disconnect.Profile.Drift!.SecondsADay, aDay - 3, aDay + 3);
    }

    /// <summary>A client that renews after 48 minutes has a good token at 31: the hub refused another.</summary>
    [Fact]
    public void A_token_that_was_not_yet_to_be_renewed_had_not_expired()
    {
        var early = RefusedEarly().Causes().Single(c => c.ErrorCode == 404104);

        Assert.True(!early.IsExpected, $"{early.Cause} {early.Confidence}\n{string.Join('\n', early.Evidence)}");
    }

    internal static TestLog RefusedEarly() =>
        new TestLog().Add(
            Repeated([2881, 2881, 2880, 2881, 2880], "D", 4)
                + "4:31:00 D 404104, 4:31:02 F 401003, 4:32:10 C, 5:20:11 D, 5:20:15 C",
            sdk: TestLog.C
        );

    /// <summary>From close to close is no less than a token lives.</summary>
    [Fact]
    public void Closes_sooner_than_a_token_ends_are_none_where_the_log_has_no_connects()
    {
        var log = new TestLog().Add(
            "1:00:03 D 404104, 2:00:06 D 404104, 3:00:08 D 404104, 4:00:11 D 404104, 4:23:50 D 404104, "
                + "5:23:53 D 404104, 6:23:57 D 404104, 7:24:00 D 404104",
            sdk: Java
        );
        var off = log.Causes().Single(c => c.Time == TestLog.At("4:23:50"));

        Assert.True(!off.IsExpected, $"{off.Cause} {off.Confidence}\n{string.Join('\n', off.Evidence)}");
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Is_found(string name, string sdk, string rows, int minutes)
    {
        var last = new TestLog().Add(rows, sdk: sdk).Causes()[^1];
        Assert.True(
            last.Cause == CauseName.SasTokenExpired,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
        Assert.Equal(TimeSpan.FromMinutes(minutes), last.Disconnect.Profile.TokenLifetime);
    }

    [Theory]
    [InlineData(TestLog.DotNet, 134_461, "D 401003")]
    [InlineData("", 41_137, "D 401003")]
    [InlineData(Java, 260_902, "D 401003 404104")]
    public void Is_not_sure_of_a_lifetime_that_one_session_alone_has(string sdk, int age, string end)
    {
        var only = new TestLog().Add(Repeated([age], end, 50), sdk: sdk).Causes()[0];
        Assert.True(
            only.Cause != CauseName.SasTokenExpired || only.Confidence <= 0.8,
            $"{only.Cause} {only.Confidence}"
        );
        Assert.DoesNotContain("had expired, and", only.Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Others =>
        new()
        {
            { "a carrier's five minutes, more or less", EmbeddedC, Repeated(Around(300, 12, 200), "D 404104", 3) },
            { "a carrier's seven minutes, more or less", "", Repeated(Around(420, 20, 150), "D 404104", 2) },
            { "a carrier's four minutes, more or less", ThreadX, Repeated(Around(245, 9, 150), "D 404104", 4) },
            {
                "ten minutes to the second, of a client that pings",
                TestLog.DotNet,
                Repeated(Around(600.5, 0.5, 100), "D 404104", 2)
            },
            {
                "any whole minute, of a client that pings once a minute",
                Python,
                Repeated([.. Around(7, 6.4, 200).Select(n => 60 * Math.Round(n) + 122)], "D 404104", 10.6)
            },
            { "killed every hour", TestLog.DotNet, Schedule(3600, 3564, "D 404104", 45, 30) },
            { "killed every two hours", Java, Schedule(7200, 7000, "D 404104", 30, 12) },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void Is_not_every_age_that_repeats(string name, string sdk, string rows)
    {
        var causes = new TestLog().Add(rows, sdk: sdk).Causes();
        Each.Passes(
            causes,
            c =>
                Assert.True(
                    c.Cause != CauseName.SasTokenExpired && !c.IsExpected,
                    $"{name}: {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Is_not_what_the_hub_refuses_at_once(double seconds) =>
        Assert.Equal(
            CauseName.Unauthorized,
            new TestLog().Add(Repeated(Around(seconds, 1, 30), "D 401003", 5), sdk: TestLog.C).Causes()[^1].Cause
        );

    [Theory]
    [InlineData(TestLog.DotNet, 600.5, 100, 50)]
    [InlineData("", 600.5, 100, 20)]
    [InlineData("", 350.4, 200, 150)]
    [InlineData(EmbeddedC, 240.3, 60, 3)]
    public void One_401003_changes_one_answer_at_most(string sdk, double age, int count, int at)
    {
        var plain = Repeated(Around(age, 0.4, count), "D 404104", 2);
        var ends = plain.Split("D 404104");
        var one = string.Join("D 404104", ends[..at]) + "D 401003" + string.Join("D 404104", ends[at..]);

        var before = new TestLog().Add(plain, sdk: sdk).Causes().ConvertAll(c => c.Cause);
        var after = new TestLog().Add(one, sdk: sdk).Causes().ConvertAll(c => c.Cause);

        Assert.InRange(before.Zip(after).Count(pair => pair.First != pair.Second), 0, 1);
    }

    /// <summary>Sessions of which each lasts so many seconds longer than the one before.</summary>
    internal static TestLog Drifting(double each) =>
        new TestLog().Add(
            Repeated([.. Around(3902, 3, 140).Select((age, i) => age + each * i)], "D 404104", 5),
            sdk: ThreadX
        );
}
