namespace IoTHubDisconnect.Tests.Causes;

/// <summary>An upgrade moves connections.</summary>
public sealed class HubMaintenanceTests
{
    public static TheoryData<string, string, string, string, bool> Cases =>
        new()
        {
            {
                "moved, with the upgrade's code",
                TestLog.C,
                "sas",
                "0:00:00 C, 0:20:00 D 400029, 0:20:01 F 400030, 0:20:05 C",
                true
            },
            { "refused during the upgrade", TestLog.C, "sas", "0:00:00 F 400030, 0:00:05 C", true },
            { "a server error", TestLog.C, "sas", "0:00:00 F 500001, 0:00:10 F 503001", false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_found_where_it_was(string name, string sdk, string auth, string rows, bool isIt)
    {
        var last = new TestLog().Add(rows, sdk: sdk, auth: auth).Causes()[^1];
        Assert.True(
            (last.Cause == CauseName.HubMaintenance) == isIt,
            $"{name}: {last.Cause} {last.Confidence}\n{string.Join('\n', last.Evidence)}"
        );
    }
}
