namespace IoTHubDisconnect.Tests.Causes;

/// <summary>A rate limit was exceeded.</summary>
public sealed class ThrottledTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "dropped", TestLog.C, "sas", "0:00:00 C, 0:20:00 D 429002, 0:20:05 C", true },
            { "refused", TestLog.C, "sas", "0:00:00 F 429001, 0:00:20 F 429001", true },
            { "out of quota", TestLog.C, "sas", "0:00:00 F 403002", false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.Throttled) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }
}
