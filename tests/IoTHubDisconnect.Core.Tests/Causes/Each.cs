namespace IoTHubDisconnect.Tests.Causes;

internal static class Each
{
    /// <summary>All of them pass, and there is one.</summary>
    public static void Passes<T>(IEnumerable<T> items, Action<T> check)
    {
        T[] all = [.. items];
        Assert.NotEmpty(all);
        Assert.All(all, check);
    }
}
