namespace IoTHubDisconnect.Connectivity.Tests;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static void True(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Limit));
}
