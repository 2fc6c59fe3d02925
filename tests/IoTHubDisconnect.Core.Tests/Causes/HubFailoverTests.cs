namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The hub fails over to its paired region.</summary>
public sealed class HubFailoverTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "refused while it does", TestLog.C, "sas", "0:00:00 F 404012, 0:00:08 F 404012", true },
            { "a server error", TestLog.C, "sas", "0:00:00 F 500001, 0:00:10 F 503001", false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.HubFailover) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }
}
