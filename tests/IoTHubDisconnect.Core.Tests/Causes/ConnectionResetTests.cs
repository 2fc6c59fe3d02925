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
}
