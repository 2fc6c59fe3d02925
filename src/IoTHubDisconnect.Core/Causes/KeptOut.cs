using System.Globalization;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// Finds the refusals that kept a device out after an end that is normal by itself: they are why it was not back.
/// </summary>
internal static class KeptOut
{
    /// <summary>False where the end is not normal, or refusals are not what became of it.</summary>
    public static bool IsBy(CauseName cause, in DisconnectFacts facts, out Verdict refusals)
    {
        refusals = default;
        if (!NormalOperation.IsKeptOut(cause, facts.Device, facts.Index, facts.Hub))
            return false;
        var next = new DeviceDisconnect(facts.Device, facts.Index + 1, facts.Hub);
        refusals = new Verdict(CauseExplainer.Recall(next, facts.Options, CultureInfo.InvariantCulture));
        return true;
    }
}
