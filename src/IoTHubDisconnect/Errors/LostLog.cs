using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Says what does not come back from a file or another session.</summary>
internal static class LostLog
{
    /// <param name="cmdlet">Who says it.</param>
    /// <param name="count">How many causes are found without their log.</param>
    public static void WarnOfLostLog(this PSCmdlet cmdlet, int count)
    {
        if (count == 0)
            return;
        cmdlet.WriteWarning(
            $"The log did not come back with {Counted.Of(count, "disconnect")}: causes that are found now go by these "
                + "disconnects alone, and may differ from those found with the log at hand."
        );
    }
}
