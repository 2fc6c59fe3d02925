using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>When devices behind one address lost their common network.</summary>
internal sealed class SiteOutages
{
    private const int MostApart = 15;

    private readonly Dictionary<(string Hub, string Address), HashSet<long>> _minutes = [];

    public void Add(in DisconnectFacts facts)
    {
        if (facts.Context.MaskedIpAddress is { } address)
            MinutesOf((facts.Hub.HubName, address)).Add(facts.Record.Time / TimeSpan.TicksPerMinute);
    }

    public void Add(SiteOutages other)
    {
        foreach (var (site, minutes) in other._minutes)
            MinutesOf(site).UnionWith(minutes);
    }

    /// <summary>How many sites had one.</summary>
    public int SiteCount => _minutes.Count;

    /// <summary>How many a site had.</summary>
    public int CountAt(string? hub, string address)
    {
        if (!_minutes.TryGetValue((hub ?? "", address), out var minutes))
            return 0;
        var sorted = minutes.Order().ToArray();
        return 1 + Enumerable.Range(1, sorted.Length - 1).Count(i => sorted[i] - sorted[i - 1] > MostApart);
    }

    private HashSet<long> MinutesOf((string, string) site)
    {
        if (!_minutes.TryGetValue(site, out var minutes))
            _minutes.Add(site, minutes = []);
        return minutes;
    }
}
