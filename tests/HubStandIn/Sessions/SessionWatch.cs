namespace HubStandIn.Sessions;

/// <summary>Ends sessions whose token has expired and sessions that have fallen silent.</summary>
internal sealed class SessionWatch(StandInHubOptions options)
{
    public TimeProvider KeepAliveClock => options.KeepAliveClock ?? options.Clock;

    private IReadOnlyList<HubErrorCode> ExpiryCodes =>
        options.ExpiryRows switch
        {
            ExpiryRows.ClosedOnly => [HubErrorCode.DeviceConnectionClosedRemotely],
            ExpiryRows.UnauthorizedOnly => [HubErrorCode.IotHubUnauthorized],
            _ => HubWords.TokenExpired.Codes,
        };

    public void Start(DeviceSession session, Action<DateTimeOffset, IReadOnlyList<HubErrorCode>> end)
    {
        if (session.TokenExpiresAt is { } expiry && expiry < DateTimeOffset.MaxValue - options.ExpiryGrace)
            session.Deadlines.Add(
                new Deadline(options.Clock, () => expiry + options.ExpiryGrace, at => end(at, ExpiryCodes))
            );
        if (session.Patience is { } patience)
            session.Deadlines.Add(
                new Deadline(
                    KeepAliveClock,
                    () => session.LastHeardAt + patience,
                    _ => end(options.Clock.GetUtcNow(), HubWords.Silent.Codes)
                )
            );
    }

    public static void Stop(DeviceSession session)
    {
        session.Deadlines.ForEach(deadline => deadline.Dispose());
        session.Deadlines.Clear();
    }
}
