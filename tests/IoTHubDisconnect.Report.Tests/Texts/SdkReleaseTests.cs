using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Report.Tests.Texts;

public sealed class SdkReleaseTests
{
    [Theory]
    [InlineData("C 1.2.14", true)]
    [InlineData("C 1.15.0", false)]
    [InlineData(".NET 1.42.4", false)]
    [InlineData(".NET 2.0.0-preview007", false)]
    [InlineData("Node.js 1.18.3", false)]
    [InlineData("Python 2.9.0", true)]
    [InlineData("Java 1.30.1", true)]
    [InlineData("FreeRTOS 1.0.0", null)]
    [InlineData("C", null)]
    [InlineData("Contoso Gateway 0.1", null)]
    [InlineData("(not logged)", null)]
    public void Old_is_what_a_newer_release_has_replaced(string sdk, bool? isOld) =>
        Assert.Equal(isOld, SdkReleases.IsOld(sdk));
}
