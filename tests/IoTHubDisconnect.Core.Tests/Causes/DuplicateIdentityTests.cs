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
        Assert.All(
            new TestLog().Add(rows, sdk: sdk).Causes(),
            c =>
                Assert.True(
                    c.Cause is CauseName.NetworkLost or CauseName.ConnectionReset or CauseName.IdleTimeout,
                    $"{name}: {c.Cause} {c.Confidence}\n{string.Join('\n', c.Evidence)}"
                )
        );

    public static TheoryData<string, string> TwoClients =>
        new()
        {
            { "a fight at one address", Repeated(Around(4, 2, 20), "D 400027", 0.1) },
            { "a slow fight", Repeated(Around(150, 40, 20), "D 400027", 0.1) },
            {
                "from two addresses by turns",
                "0:00:00 C @a, 0:10:00 D 400027 @a, 0:10:00.1 C @b, 0:21:00 D 400027 @b, 0:21:00.1 C @a, "
                    + "0:30:00 D 400027 @a, 0:30:00.1 C @b, 0:41:00 D 400027 @b, 0:41:00.1 C @a"
            },
        };

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
