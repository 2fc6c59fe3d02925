namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Devices behind one address that dropped off their pattern within reach of a moment, and that came back from such
/// a drop at one.
/// </summary>
internal readonly record struct SiteMinute(int Drops, int Returns)
{
    /// <summary>Minutes that keep-alive timeouts of one outage spread over.</summary>
    public const int Reach = 7;
}
