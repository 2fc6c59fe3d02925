namespace FleetGenerator.Sessions;

/// <summary>Runs one device from session to session.</summary>
internal sealed class DeviceSimulator(Device device, ConnectionLog log, double until)
{
    private readonly ExpiryRows _expiryRows = new(device, log);
    private readonly TakeoverRows _takeoverRows = new(device, log);

    public void Run()
    {
        device.Restarted(device.StartsAt);
        var connectedAt = Connect(device.StartsAt);
        while (connectedAt < until)
            connectedAt = EndSession(connectedAt);
    }

    /// <summary>Writes the end of the session and returns when the next one begins.</summary>
    private double EndSession(double connectedAt)
    {
        if (device.EarliestEnd(connectedAt) is not { } end)
            return double.PositiveInfinity;

        if (end.Restarts)
            device.Restarted(end.BackAt);

        var back = end.BackAt;
        if (end.IsExpiry)
            back = _expiryRows.Write(end);
        else if (end.Intruder is { } intruder)
            _takeoverRows.Intrude(end, intruder);

        var next = Connect(back);
        if (end.Intruder is { } held)
            _takeoverRows.ReturnFrom(held, next, end);
        else if (!end.IsExpiry)
            _takeoverRows.CloseOrTakeOver(end, next);
        return next;
    }

    /// <summary>
    /// Tries until it succeeds. A run of refusals ends with success or when the reason becomes another.
    /// </summary>
    private double Connect(double at)
    {
        LabelDraft? run = null;
        var since = at;
        for (var attempt = 0; at < until; attempt++)
        {
            if (device.Check(at) is not { } refusal)
            {
                log.Connected(device, device.Client, at);
                return at;
            }

            if (refusal.Code is { } code)
            {
                if (run is null || run.Cause != refusal.Cause)
                    run = log.BeginRefusals(device, refusal.Cause, refusal.Scope);
                log.Refused(run, device, at, code);
            }

            at += device.Retry.Next(attempt, at - since, device.Rng);
        }

        return double.PositiveInfinity;
    }
}
