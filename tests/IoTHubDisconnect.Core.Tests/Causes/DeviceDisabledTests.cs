namespace IoTHubDisconnect.Tests.Causes;

/// <summary>The identity is disabled.</summary>
public sealed class DeviceDisabledTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            { "refused", TestLog.C, "sas", "0:00:00 F 403012, 0:00:02 F 403012", true },
            { "dropped, told so at once", TestLog.C, "sas", "0:00:00 C, 2:00:00 D 403012", true },
            { "deleted", TestLog.C, "sas", "0:00:00 F 404001", false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.DeviceDisabled) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }
}
