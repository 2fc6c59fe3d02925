namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>How unlikely it is by chance that so many do what fewer usually do.</summary>
internal static class Surprise
{
    /// <summary>Nats; 0 where no more do than usual.</summary>
    /// <param name="count">How many did.</param>
    /// <param name="usual">How many do on average.</param>
    public static double Of(int count, double usual)
    {
        usual = Math.Max(usual, 0.05);
        return count <= usual ? 0 : count * Math.Log(count / usual) - (count - usual);
    }
}
