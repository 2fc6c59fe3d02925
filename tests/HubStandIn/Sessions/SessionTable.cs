using HubStandIn.Authentication;
using HubStandIn.Registry;

namespace HubStandIn.Sessions;

/// <summary>The devices that are connected, each once, and the rows about their coming and going.</summary>
internal sealed class SessionTable(StandInHubOptions options, ConnectionRows rows)
{
    private readonly Lock gate = new();
    private readonly Dictionary<HubIdentity, DeviceSession> sessions = [];
    private readonly SessionWatch watch = new(options);

    public IReadOnlyList<DeviceSession> All
    {
        get
        {
            lock (gate)
                return [.. sessions.Values];
        }
    }

    public DeviceSession? Find(HubIdentity identity)
    {
        lock (gate)
            return sessions.GetValueOrDefault(identity);
    }

    /// <summary>Takes a device in. An older connection of the same identity goes.</summary>
    public void Open(DeviceSession session)
    {
        DeviceSession? older;
        lock (gate)
        {
            if (sessions.Remove(session.Identity, out older))
                WriteEnd(older, options.Clock.GetUtcNow(), older.Client.TakeoverCode);
            sessions.Add(session.Identity, session);
            rows.Connected(session.Client, session.ConnectedAt, null);
            Touch(session);
            watch.Start(session, (at, codes) => End(session, at, codes));
        }

        older?.Close();
    }

    /// <summary>A device that was not let in.</summary>
    public void Refuse(ClientInfo client, Admission admission)
    {
        lock (gate)
            rows.Connected(
                client with
                {
                    UsesCertificate = admission.UsesCertificate,
                },
                options.Clock.GetUtcNow(),
                admission.Refusal
            );
    }

    /// <summary>Ends a session with these codes, a row each; without a code in an orderly way. What has ended already stays as it ended.</summary>
    public void End(DeviceSession session, DateTimeOffset at, params IReadOnlyList<HubErrorCode> codes)
    {
        lock (gate)
        {
            if (sessions.GetValueOrDefault(session.Identity) != session)
                return;
            sessions.Remove(session.Identity);
            WriteEnd(session, at, codes);
        }

        session.Close();
    }

    public void End(DeviceSession session, params IReadOnlyList<HubErrorCode> codes) =>
        End(session, options.Clock.GetUtcNow(), codes);

    /// <summary>A token that was renewed on a connection that stays.</summary>
    public void Renew(DeviceSession session, DateTimeOffset? expiresAt)
    {
        lock (gate)
        {
            session.TokenExpiresAt = expiresAt;
            SessionWatch.Stop(session);
            if (sessions.GetValueOrDefault(session.Identity) == session)
                watch.Start(session, (at, codes) => End(session, at, codes));
        }
    }

    /// <summary>Something was heard.</summary>
    public void Touch(DeviceSession session)
    {
        session.LastHeardAt = watch.KeepAliveClock.GetUtcNow();
        session.Identity.LastActivityTime = options.Clock.GetUtcNow();
    }

    private void WriteEnd(DeviceSession session, DateTimeOffset at, params IReadOnlyList<HubErrorCode> codes)
    {
        SessionWatch.Stop(session);
        session.Identity.ConnectionStateUpdatedTime = at;
        rows.Disconnected(session.Client, at, codes);
    }
}
