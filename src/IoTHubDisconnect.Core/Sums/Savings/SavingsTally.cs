using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect;

/// <summary>Adds up what fixes would save of the disconnects at a token's renewal or expiry.</summary>
internal sealed class SavingsTally
{
    /// <summary>The lifetime that the estimate for longer ones goes by.</summary>
    public static readonly TimeSpan LongLifetime = TimeSpan.FromHours(24);

    private readonly Part _longer = new(),
        _amqp = new(),
        _certificate = new();
    private DeviceProfile? _device;
    private TimeSpan? _known;
    private double _lifetime,
        _savedByLonger;

    public static bool Concerns(CauseName cause) => cause is CauseName.SasTokenExpired or CauseName.SasTokenRenewed;

    /// <param name="facts">A disconnect that is <see cref="Concerns">concerned</see>.</param>
    [MethodImpl(HotPath.Sums)]
    public void Add(in DisconnectFacts facts)
    {
        var (device, context, lifetime) = (facts.Device, facts.Context, facts.Options.TokenLifetime);
        if (context.UsesCertificate)
            return;
        if (!ReferenceEquals(device, _device) || lifetime != _known)
            TakeUp(device, lifetime);
        _certificate.Add(1, _lifetime);
        _longer.Add(_savedByLonger, _lifetime);
        if (!context.IsAmqp && device.Behaviour.RenewsWithinAmqp)
            _amqp.Add(1, _lifetime);
    }

    public void Add(SavingsTally other)
    {
        _longer.Add(other._longer);
        _amqp.Add(other._amqp);
        _certificate.Add(other._certificate);
    }

    /// <param name="of">All disconnects of the group.</param>
    public IEnumerable<DisconnectSaving> Build(long of) =>
        new[]
        {
            _longer.Build(DisconnectFix.LongerTokenLifetime, of),
            _amqp.Build(DisconnectFix.Amqp, of),
            _certificate.Build(DisconnectFix.X509Certificate, of),
        }.Where(s => s.Count > 0);

    private void TakeUp(DeviceProfile device, TimeSpan? lifetime)
    {
        (_device, _known) = (device, lifetime);
        _lifetime = (lifetime ?? device.TokenLifetime)?.TotalSeconds ?? TokenExpiry.UsualLifetime;
        _savedByLonger = SavedByLongerLifetime(device.Behaviour, _lifetime);
    }

    /// <summary>
    /// The part of the token's disconnects that longer lifetimes leave out: their number goes with
    /// the inverse of the time between them.
    /// </summary>
    private static double SavedByLongerLifetime(SdkBehaviour sdk, double lifetime) =>
        lifetime >= LongLifetime.TotalSeconds
            ? 0
            : 1 - sdk.TimeBetween(lifetime) / sdk.TimeBetween(LongLifetime.TotalSeconds);

    private sealed class Part
    {
        private double _saved;
        private long _concerned;
        private double _shortest = double.PositiveInfinity,
            _longest;

        [MethodImpl(HotPath.Sums)]
        public void Add(double share, double lifetime)
        {
            if (share <= 0)
                return;
            _saved += share;
            _concerned++;
            _shortest = Math.Min(_shortest, lifetime);
            _longest = Math.Max(_longest, lifetime);
        }

        public void Add(Part other)
        {
            _saved += other._saved;
            _concerned += other._concerned;
            _shortest = Math.Min(_shortest, other._shortest);
            _longest = Math.Max(_longest, other._longest);
        }

        public DisconnectSaving Build(DisconnectFix fix, long of) =>
            new(
                fix,
                (long)Math.Round(_saved),
                of,
                _concerned,
                _concerned == 0 ? default : TimeSpan.FromSeconds(_shortest),
                TimeSpan.FromSeconds(_longest)
            );
    }
}
