namespace IoTHubDisconnect.Causes;

internal static class CauseNames
{
    /// <summary>How many causes there are.</summary>
    public static readonly int Count = Enum.GetValues<CauseName>().Length;
}
