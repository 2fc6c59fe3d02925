namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Devices behind one address that dropped off their pattern within reach of a moment, those of them that did so at
/// once, and those that came back from such a drop at another.
/// </summary>
internal readonly record struct SiteMoment(int Drops, int AtOnce, int Returns)
{
    /// <summary>Minutes that keep-alive timeouts of one outage spread over.</summary>
    public const int Reach = 7;

    /// <summary>Seconds. Devices of one outage come back within it.</summary>
    public const int Return = 60;

    /// <summary>Seconds. Keep-alives do not run out together; whoever closes connections does it so.</summary>
    public const int Together = 2;
}
