using System.Globalization;
using System.Text;
using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Two clients with one identity take turns; one client that comes back early only looks like them.</summary>
public sealed class DuplicateIdentityTests
{
    public static TheoryData<string, string, string> OneClient =>
        new()
        {
            { "a network that forgets after twenty minutes", "", Repeated(Around(1179, 3, 30), "D 400027", 0.1) },
            { "a network that forgets after twenty-five minutes", "", Repeated(Around(1500, 5, 20), "D 400027", 0.1) },
            {
                "another address every four hours",
                TestLog.C,
                "0:00:00 C @a, 4:00:00 D 400027 @a, 4:00:00.1 C @b, 8:00:00 D 400027 @b, 8:00:00.1 C @c, "
                    + "12:00:00 D 400027 @c, 12:00:00.1 C @a, 16:00:00 D 400027 @a, 16:00:00.1 C @b"
            },
            {
                "another address every half hour",
                TestLog.DotNet,
                "0:00:00 C @a, 0:31:00 D 400027 @a, 0:31:00.1 C @b, 1:02:00 D 400027 @b, 1:02:00.1 C @a, "
                    + "1:33:00 D 400027 @a, 1:33:00.1 C @b, 2:04:00 D 400027 @b, 2:04:00.1 C @a"
            },
            {
                "restarts without a close, some hours apart",
                "",
                "0:00:00 C, 2:10:00 D 400027, 2:10:00.1 C, 5:30:00 D 400027, 5:30:00.1 C, 7:45:00 D "
                    + "400027, 7:45:00.1 C, 11:00:00 D 400027, 11:00:00.1 C"
            },
        };

    [Theory]
    [MemberData(nameof(OneClient))]
    public void Is_not_one_client_that_comes_back_early(string name, string sdk, string rows) =>
        Each.Passes(
            new TestLog().Add(rows, sdk: sdk).Causes(),
            c =>
                Assert.True(
                    c.Cause
                        is CauseName.NetworkLost
                            or CauseName.ConnectionReset
                            or CauseName.DeviceRestarted
                            or CauseName.IdleTimeout,
                    $"{name}: {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    public static TheoryData<string, string> TwoClients =>
        new()
        {
            { "a fight at one address", Repeated(Around(4, 2, 20), "D 400027", 0.1) },
            { "a slow fight", Repeated(Around(150, 40, 20), "D 400027", 0.1) },
            {
                "a fight at one address that has no pace",
                Repeated([31, 4.2, 57, 22, 88, 12, 3.1, 40, 26, 5.5, 71, 19, 33, 8.2, 47, 15], "D 400027", 0.1)
            },
            { "a fight at a second's pace, and the long session that it began with", LongThenFight() },
            { "by turns at an even pace", Turns(300.4, 24) },
            {
                "from two addresses by turns",
                "0:00:00 C @a, 0:10:00 D 400027 @a, 0:10:00.1 C @b, 0:21:00 D 400027 @b, 0:21:00.1 C @a, "
                    + "0:30:00 D 400027 @a, 0:30:00.1 C @b, 0:41:00 D 400027 @b, 0:41:00.1 C @a"
            },
        };

    /// <summary>The system of a process that dies closes its connection, and no machine starts so soon.</summary>
    [Fact]
    public void Is_a_process_that_takes_itself_over_within_half_a_minute() =>
        Each.Passes(
            new TestLog().Add(Repeated(Around(21, 8, 40), "D 400027", 0.1), sdk: TestLog.Node).Causes().SkipLast(1),
            c => Assert.True(c.Cause == CauseName.DuplicateIdentity, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    private static string LongThenFight() => Repeated([690, .. Around(1.1, 0.1, 60)], "D 400027", 0);

    private static char Client(int turn) => turn % 2 == 0 ? 'a' : 'b';

    private static string Turns(double pace, int count) =>
        "0:00:00 C @a, "
        + string.Concat(
            Enumerable
                .Range(1, count)
                .Select(i => $"{At(pace * i)} D 400027 @{Client(i - 1)}, {At(pace * i + 0.1)} C @{Client(i)}, ")
        );

    internal static TestLog Refused() =>
        new TestLog().Add("0:00:00 C, 3:00:00 F 409002, 3:00:05 F 409002, 3:00:14 F 409002");

    [Fact]
    public void Is_a_client_that_is_refused_again_and_again_while_another_is_connected()
    {
        var refused = Refused().Causes()[^1];

        Assert.Equal(CauseName.DuplicateIdentity, refused.Cause);
        Assert.Equal(
            "On all 3 tries the hub refused a client with this device's identity while another connection was open, as "
                + "where two clients have one identity.",
            refused.Reason
        );
    }

    private const string Job = "azure-iot-device-iothub-py/2.14.0(3.10.5;Linux;x86_64)";

    /// <summary>A job of other software connects for seconds, and the device takes its place back.</summary>
    [Fact]
    public void Is_a_job_that_takes_the_identity_now_and_then() =>
        Each.Passes(
            Visits().Causes().SkipLast(1),
            c => Assert.True(c.Cause == CauseName.DuplicateIdentity, $"{c.Cause}\n{string.Join('\n', c.Evidence)}")
        );

    internal static TestLog Visits()
    {
        var log = new TestLog();
        for (var hour = 0; hour < 5; hour++)
            log.Add($"{hour}:00:03 C, {hour}:59:57 D 400027", sdk: TestLog.C)
                .Add($"{hour}:59:57.1 C, {hour + 1}:00:02.9 D 400027", sdk: Job);
        return log;
    }

    /// <summary>A bad line's sessions have no pace, and the hub's patience runs out now and then.</summary>
    [Fact]
    public void Is_not_a_line_that_comes_and_goes() =>
        Each.Passes(
            BadLine().Causes().Where(c => c.ErrorCode == 400027),
            c =>
                Assert.True(
                    c is not { Cause: CauseName.DuplicateIdentity, Confidence: > 0.6 },
                    $"{c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    internal static TestLog BadLine()
    {
        double[] lengths = [35, 410, 70, 16, 520, 140, 22, 260, 31, 620, 90, 19, 330];
        var text = new StringBuilder();
        var now = TimeSpan.Zero;
        foreach (var (length, i) in lengths.Select((length, i) => (length, i)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{now:c} C, ");
            now += TimeSpan.FromSeconds(length);
            text.Append(CultureInfo.InvariantCulture, $"{now:c} D {(i % 4 == 2 ? 404104 : 400027)}, ");
            now += TimeSpan.FromSeconds(i % 4 == 2 ? 40 + 9 * i : 0.1);
        }
        return new TestLog().Add($"{text}{now:c} C", sdk: TestLog.Node);
    }

    /// <summary>A brown-out, or a second client: no log tells, where each session is long enough for a start.</summary>
    [Fact]
    public void Is_not_sure_where_one_device_may_start_anew() =>
        Each.Passes(
            new TestLog()
                .Add(
                    Repeated([7200, .. Around(38, 20, 24), 9000, .. Around(41, 20, 12)], "D 400027", 0.1),
                    sdk: "",
                    ip: ""
                )
                .Causes(),
            c =>
                Assert.True(
                    c.Cause != CauseName.DuplicateIdentity || c.Confidence < 0.7,
                    $"{c.Duration} {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    [Theory]
    [MemberData(nameof(TwoClients))]
    public void Is_two_clients_that_take_turns(string name, string rows)
    {
        var causes = new TestLog().Add(rows, sdk: TestLog.C).Causes();
        Assert.True(
            causes[^1].Cause == CauseName.DuplicateIdentity,
            $"{name}: {causes[^1].Cause}\n{string.Join('\n', causes[^1].Evidence)}"
        );
    }
}
