namespace IoTHubDisconnect.Causes;

internal static class CauseNames
{
    /// <summary>How many causes there are.</summary>
    public const int Count = (int)CauseName.HubFailover + 1;
}
