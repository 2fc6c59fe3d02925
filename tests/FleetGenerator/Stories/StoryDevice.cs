using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Stories;

/// <summary>A device whose life a story tells step by step; in between it renews its tokens as its SDK does.</summary>
internal sealed class StoryDevice
{
    private readonly Device _device;
    private readonly ConnectionLog _log;
    private readonly double _end;
    private readonly ExpiryRows _expiryRows;
    private double _connectedAt;
    private IToken _token;

    public StoryDevice(Device device, ConnectionLog log, IToken token, double end, double start)
    {
        _device = device;
        _log = log;
        _token = token;
        _end = end;
        _expiryRows = new ExpiryRows(_device, _log);
        Now = start;
        _token.Restarted(start);
        Connect();
    }

    public string Id => _device.Id;

    public double Now { get; private set; }

    public SdkProfile Sdk => _device.Sdk;

    public ClientIdentity Client
    {
        get => _device.Client;
        set => _device.Client = value;
    }

    public Rng Rng => _device.Rng;

    /// <summary>Seconds until it is back after each of its own renewals; its SDK's retry where not set.</summary>
    public Func<double>? Reconnects { get; set; }

    /// <summary>The application makes another client after each loss.</summary>
    public bool MakesClientAnew { get; set; }

    /// <summary>Seconds until its SDK's first try.</summary>
    public double Retry() => _device.Retry.First(Rng);

    /// <summary>From the loss of the line until the hub notices.</summary>
    public double HubNotices() => _device.Liveness.HubNotices(Rng);

    public void Use(IToken other) => (_token = other).Restarted(Now);

    /// <summary>Lives on, with the renewals that fall into the time; false where the log ends before.</summary>
    public bool LiveFor(double seconds) => LiveUntil(Now + seconds);

    public bool LiveUntil(double time)
    {
        while (Now < _end)
        {
            if (_token.Connected(_connectedAt) is not { } close || close.At >= time)
            {
                Now = Math.Max(time, _connectedAt + 0.5);
                return Now < _end;
            }
            Renew(close);
        }
        return false;
    }

    /// <summary>Lives on until its session is so many seconds old: each renewal begins another.</summary>
    public bool LiveToAge(double seconds)
    {
        const double exact = 1e-3;
        while (LiveFor(seconds - Age))
        {
            if (Age >= seconds - exact)
                return true;
        }
        return false;
    }

    /// <summary>Time passes in which it does nothing: its line or its power is gone.</summary>
    public void LiveNoMore(double seconds) => Now += seconds;

    /// <summary>The session ends now, and the device is back so many seconds later; infinite for never.</summary>
    public LabelDraft Cut(int? code, Cause cause, double away, params Cause[] alsoRight)
    {
        var label = _log.Closed(_device, Client, Now, code, cause, Scope.Device, null);
        label.AlsoRight = alsoRight;
        label.NeverBack = double.IsPositiveInfinity(away);
        Now += away;
        Connect(StartsAnew(cause));
        return label;
    }

    /// <summary>
    /// The device, or another client, connects now, before the hub has noticed that the older connection is gone.
    /// </summary>
    public LabelDraft TakenOver(ClientIdentity by, Cause cause, params Cause[] alsoRight)
    {
        var label = _log.Closed(
            _device,
            Client,
            Now - Rng.Between(0.002, 0.12),
            _device.TakeoverCode,
            cause,
            Scope.Device,
            null
        );
        label.AlsoRight = alsoRight;
        Client = by;
        Connect(StartsAnew(cause));
        return label;
    }

    /// <summary>The line is gone for so many seconds.</summary>
    public void Lose(double seconds, params Cause[] alsoRight) =>
        ComeBack(seconds + Rng.Between(0.5, 15), Cause.NetworkLost, alsoRight);

    /// <summary>
    /// It is gone without a word for so many seconds: the hub notices after its patience, or it is back before.
    /// </summary>
    public void ComeBack(double seconds, Cause cause, params Cause[] alsoRight)
    {
        var noticed = HubNotices();
        if (seconds <= noticed)
        {
            LiveNoMore(seconds);
            TakenOver(Client, cause, alsoRight);
            return;
        }
        LiveNoMore(noticed);
        Cut(ErrorCodes.ClosedRemotely, cause, seconds - noticed, alsoRight);
    }

    /// <summary>
    /// Tries in vain for some time, first after <paramref name="first"/> seconds and then at the SDK's pace.
    /// </summary>
    public void Refused(int code, Cause cause, double first, double until, double pace = 0, Scope scope = Scope.Device)
    {
        Now += first;
        var run = _log.BeginRefusals(_device, cause, scope);
        var since = Now;
        for (var attempt = 0; Now < Math.Min(until, _end); attempt++)
        {
            _log.Refused(run, _device, Now, code);
            Now += pace > 0 ? pace * Rng.Between(0.9, 1.1) : _device.Retry.Next(attempt, Now - since, Rng);
        }
    }

    private double Age => Now - _connectedAt;

    /// <summary>Ends the session without a return.</summary>
    public LabelDraft End(int? code, Cause cause, params Cause[] alsoRight) => EndAt(Now, code, cause, alsoRight);

    /// <summary>The hub ends the session at another time than the device's own, which may be back by then.</summary>
    public LabelDraft EndAt(double time, int? code, Cause cause, params Cause[] alsoRight)
    {
        var label = _log.Closed(_device, Client, time, code, cause, Scope.Device, null);
        label.AlsoRight = alsoRight;
        return label;
    }

    /// <summary>A client that lives through a loss goes on with its token and its alarm.</summary>
    private bool StartsAnew(Cause cause) => MakesClientAnew || cause is Cause.DeviceRestarted or Cause.ClientClosed;

    /// <summary>Connects now, with a token of its own where the client was created anew.</summary>
    public void Connect(bool anew = false)
    {
        if (anew)
            _token.Restarted(Now);
        _connectedAt = Now;
        if (Now < _end)
            _log.Connected(_device, Client, Now);
    }

    private void Renew(TokenClose close)
    {
        Now = close.At;
        var gap = Reconnects?.Invoke() ?? Retry();
        if (close.ByHub)
            Now = _expiryRows.Write(
                new SessionEnd(close.At, Cause.SasTokenExpired, close.At + gap)
                {
                    Code = ErrorCodes.ClosedRemotely,
                    IsExpiry = true,
                }
            );
        else
        {
            _log.Closed(_device, Client, Now, null, Cause.SasTokenRenewed, Scope.Device, null);
            Now += gap;
        }
        Connect();
    }
}
