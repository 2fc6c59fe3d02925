using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// Finds what to do about a disconnect: where its cause alone would mislead, about what became of the device.
/// </summary>
internal static class Advice
{
    public static DisconnectSolution On(CauseName cause, in DisconnectFacts facts, DisconnectCatalogue catalogue) =>
        KeptOut.IsBy(cause, facts, out var refusals) ? On(refusals.Cause, refusals.Facts, catalogue)
        : CircumstanceOf(cause, facts) is not Circumstance.None and var other ? catalogue.Find(cause, other)
        : catalogue.Find(cause, HubBarriers.Of(facts));

    private static Circumstance CircumstanceOf(CauseName cause, in DisconnectFacts facts)
    {
        var (device, index, hub) = (facts.Device, facts.Index, facts.Hub);
        return HubTrouble.IsOutlastedBySilence(cause, device, index, hub) ? Circumstance.Silent
            : ExpectedCauses.Include(cause) && !NormalOperation.Includes(cause, device, index, hub)
                ? Circumstance.Overdue
            : Circumstance.None;
    }
}
