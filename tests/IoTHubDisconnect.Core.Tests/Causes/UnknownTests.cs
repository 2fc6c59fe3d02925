using static IoTHubDisconnect.Tests.Causes.SessionRows;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>Where no cause foretells what was seen, the log does not tell.</summary>
public sealed class UnknownTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "a code that says nothing of connections", TestLog.C, "sas", "0:00:00 F 413001", true },
            {
                "ten minutes to the second, of a client that pings",
                TestLog.Node,
                "sas",
                Repeated([600, 601, 600, 601, 600], "D 404104", 2),
                true
            },
            { "refused once, as if still connected", "", "sas", "0:00:00 C, 3:00:00 F 409002, 3:00:12 C", true },
            { "now and then", TestLog.C, "x509Certificate", Repeated([700, 2100, 1333, 411], "D 404104", 2), false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.Unknown) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }

    [Fact]
    public void Is_never_sure() =>
        Each.Passes(
            new TestLog().Add("0:00:00 F 413001", sdk: TestLog.C).Causes(),
            c => Assert.InRange(c.Confidence, 0, 0.75)
        );
}
