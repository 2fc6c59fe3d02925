namespace IoTHubDisconnect.Causes;

/// <summary>For each cause the logarithm of its likelihood, up to a common factor.</summary>
internal static class CauseWeights
{
    /// <summary>How many causes there are.</summary>
    public const int Count = (int)CauseName.HubFailover + 1;
}
