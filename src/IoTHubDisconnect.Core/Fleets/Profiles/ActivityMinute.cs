namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>What devices of a hub did around one minute; each device counts once, however often it was met.</summary>
internal struct ActivityMinute
{
    /// <summary>Devices that lost their connection off their own pattern.</summary>
    public int Drops;

    /// <summary>The addresses that those were at; a device without one counts as its own.</summary>
    public int Places;

    /// <summary>Devices that met a hub-side error (500xxx, 503xxx and the like).</summary>
    public int ServerErrors;

    /// <summary>Devices that were moved by a service upgrade (400029, 400030).</summary>
    public int Maintenance;

    /// <summary>Devices that were told of a failover (404012).</summary>
    public int Failover;
}
