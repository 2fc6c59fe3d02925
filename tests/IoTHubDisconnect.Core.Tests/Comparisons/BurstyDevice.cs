namespace IoTHubDisconnect.Tests.Comparisons;

/// <summary>A device that drops in bursts, as devices on bad lines do; how often is its own.</summary>
internal sealed class BurstyDevice(Random random)
{
    /// <summary>Ticks since the begin.</summary>
    public List<long> Disconnects(TimeSpan period)
    {
        var perDay = Math.Exp(Gap()) * 0.7;
        var times = new List<long>();
        for (var t = Gap() / perDay; t < period.TotalDays; t += Gap() / perDay)
        {
            var drops = 1 + (int)(Gap() * 4);
            var at = t;
            for (var i = 0; i < drops; i++, at += Gap() / 24 / 6)
            {
                if (at < period.TotalDays)
                    times.Add(TimeSpan.FromDays(at).Ticks);
            }
        }
        times.Sort();
        return times;
    }

    private double Gap() => -Math.Log(1 - random.NextDouble());
}
