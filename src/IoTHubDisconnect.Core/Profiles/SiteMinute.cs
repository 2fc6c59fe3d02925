namespace IoTHubDisconnect.Profiles;

/// <summary>Devices behind one address that dropped off their pattern, and that came back from such a drop, in a minute.</summary>
internal struct SiteMinute
{
    /// <summary>Minutes that keep-alive timeouts of one outage spread over.</summary>
    public const int Reach = 7;

    public int Drops;
    public int Returns;
}
