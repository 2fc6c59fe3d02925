namespace IoTHubDisconnect.Causes.Rules;

/// <summary>A middlebox, or the hub's keep-alive cap, cuts quiet connections at one age, to the second.</summary>
internal sealed class IdleTimeoutRule : CauseRule
{
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff) return false;
        var idle = facts.Device.Closings.Idle;
        if (facts.Record.Age is { } age)
        {
            if (!idle.Fits(age) || idle.Support < 2) weights.Add(CauseName.IdleTimeout, FitsTwice(facts, age) ? 3 : -5);
            else weights.Add(CauseName.IdleTimeout, idle.Support switch { 2 => 1.5, 3 => 3.5, 4 => 5, _ => 6 });
        }
        else if (facts.SincePreviousEnd is { } since && idle.Support >= 3 && since - idle.Seconds is >= 0 and <= 12) weights.Add(CauseName.IdleTimeout, 4.5);
        else weights.Add(CauseName.IdleTimeout, idle.Support >= 3 ? -1 : -3);

        var odds = Math.Clamp(facts.Device.Closings.ExpiryOverIdle, -8, 8) / 2;
        weights.Add(CauseName.SasTokenExpired, odds);
        weights.Add(CauseName.IdleTimeout, -odds);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var idle = facts.Device.Closings.Idle;
        var expected = idle.Support < 3 ? "no age at which sessions end again and again"
            : $"{EvidenceText.Duration(idle.Seconds)}: {idle.Support} sessions ended at that age";
        return new("Session age", EvidenceText.Duration(facts.Record.Age), expected, weight);
    }

    /// <summary>A close and a connect between two cuts may both be missing from the log.</summary>
    private static bool FitsTwice(in DisconnectFacts facts, double age)
    {
        var idle = facts.Device.Closings.Idle;
        return idle.Support >= 5 && age - 2 * idle.Seconds is >= 0 and <= 16;
    }
}
