namespace FleetGenerator.Sessions;

/// <summary>Runs one device from session to session.</summary>
internal sealed class DeviceSimulator(Device device, ConnectionLog log, double until)
{
    private readonly ExpiryRows expiryRows = new(device, log);
    private readonly TakeoverRows takeoverRows = new(device, log);

    public void Run()
    {
        device.Restarted(device.StartsAt);
        double connectedAt = Connect(device.StartsAt);
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

        double back = end.BackAt;
        if (end.IsExpiry)
            back = expiryRows.Write(end);
        else if (end.Intruder is { } intruder)
            takeoverRows.Intrude(end, intruder);

        double next = Connect(back);
        if (end.Intruder is { } held)
            takeoverRows.ReturnFrom(held, next, end);
        else if (!end.IsExpiry)
            takeoverRows.CloseOrTakeOver(end, next);
        return next;
    }

    /// <summary>
    /// Tries until it succeeds. A run of refusals ends with success or when the reason becomes another.
    /// </summary>
    private double Connect(double at)
    {
        LabelDraft? run = null;
        double since = at;
        for (int attempt = 0; at < until; attempt++)
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
