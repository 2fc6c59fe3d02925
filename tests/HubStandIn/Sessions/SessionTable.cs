using HubStandIn.Authentication;
using HubStandIn.Registry;

namespace HubStandIn.Sessions;

/// <summary>The devices that are connected, each once, and the rows about their coming and going.</summary>
internal sealed class SessionTable(StandInHubOptions options, ConnectionRows rows)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<HubIdentity, DeviceSession> _sessions = [];
    private readonly SessionWatch _watch = new(options);

    public IReadOnlyList<DeviceSession> All
    {
        get
        {
            lock (_gate)
                return [.. _sessions.Values];
        }
    }

    public DeviceSession? Find(HubIdentity identity)
    {
        lock (_gate)
            return _sessions.GetValueOrDefault(identity);
    }

    /// <summary>Takes a device in. An older connection of the same identity goes.</summary>
    public void Open(DeviceSession session)
    {
        DeviceSession? older;
        lock (_gate)
        {
            if (_sessions.Remove(session.Identity, out older))
                WriteEnd(older, options.Clock.GetUtcNow(), older.Client.WordsForTakeover.Codes);
            _sessions.Add(session.Identity, session);
            rows.Connected(session.Client, session.ConnectedAt, null);
            Touch(session);
            _watch.Start(session, (at, codes) => End(session, at, codes));
        }

        older?.Close();
    }

    /// <summary>A device that was not let in.</summary>
    public void Refuse(ClientInfo client, Admission admission)
    {
        lock (_gate)
            rows.Connected(
                client with
                {
                    UsesCertificate = admission.UsesCertificate,
                },
                options.Clock.GetUtcNow(),
                admission.Refusal
            );
    }

    /// <summary>
    /// Ends a session with these codes, a row each; without a code in an orderly way. What has ended already stays as
    /// it ended.
    /// </summary>
    public void End(DeviceSession session, DateTimeOffset at, params IReadOnlyList<HubErrorCode> codes)
    {
        lock (_gate)
        {
            if (_sessions.GetValueOrDefault(session.Identity) != session)
                return;
            _sessions.Remove(session.Identity);
            WriteEnd(session, at, codes);
        }

        session.Close();
    }

    public void End(DeviceSession session, params IReadOnlyList<HubErrorCode> codes) =>
        End(session, options.Clock.GetUtcNow(), codes);

    /// <summary>A token that was renewed on a connection that stays.</summary>
    public void Renew(DeviceSession session, DateTimeOffset? expiresAt)
    {
        lock (_gate)
        {
            session.TokenExpiresAt = expiresAt;
            SessionWatch.Stop(session);
            if (_sessions.GetValueOrDefault(session.Identity) == session)
                _watch.Start(session, (at, codes) => End(session, at, codes));
        }
    }

    /// <summary>Something was heard.</summary>
    public void Touch(DeviceSession session)
    {
        session.LastHeardAt = _watch.KeepAliveClock.GetUtcNow();
        session.Identity.LastActivityTime = options.Clock.GetUtcNow();
    }

    private void WriteEnd(DeviceSession session, DateTimeOffset at, params IReadOnlyList<HubErrorCode> codes)
    {
        SessionWatch.Stop(session);
        session.Identity.ConnectionStateUpdatedTime = at;
        rows.Disconnected(session.Client, at, codes);
    }
}
