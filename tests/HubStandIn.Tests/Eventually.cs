namespace HubStandIn.Tests;

/// <summary>Waits for what happens on other threads. The limit is for what never comes.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task IsTrue(Func<bool> condition)
    {
        var until = Environment.TickCount64 + (long)Limit.TotalMilliseconds;
        while (!condition())
        {
            Assert.True(Environment.TickCount64 < until, "It did not happen.");
            await Task.Delay(5);
        }
    }
}
