namespace IoTHubDisconnect.Tests.Pester;

/// <summary>The Pester suite in real PowerShell: one run of it, and each of its tests a test here.</summary>
public class PesterTests
{
    public static TheoryData<PesterTest> Suite => [.. PesterRun.Tests()];

    [Theory]
    [MemberData(nameof(Suite), DisableDiscoveryEnumeration = true)]
    public void Pester(PesterTest test) =>
        Assert.True(test.Result == "Passed", $"{test.Name}: {test.Result}\n{test.Error}");
}
