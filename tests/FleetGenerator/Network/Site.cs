namespace FleetGenerator.Network;

/// <summary>A place whose devices share an address and a line.</summary>
internal sealed class Site(string maskedIpAddress, string name)
{
    public string MaskedIpAddress => maskedIpAddress;

    public string Name => name;

    /// <summary>In order of time.</summary>
    public List<SiteOutage> Outages { get; } = [];
}

/// <summary>The line of a site is down.</summary>
internal sealed class SiteOutage(double from, double until)
{
    public double From => from;

    public double Until => until;

    /// <summary>How many sessions it ended in the time that the log shows.</summary>
    public int Hits { get; set; }
}
