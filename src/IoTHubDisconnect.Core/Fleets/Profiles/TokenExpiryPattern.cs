using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The token lifetime that a device's hub-closed sessions tell of. The hub looks for expired tokens every five
/// minutes and closes up to ten minutes late, so ages are a lifetime plus 0, 5 or 10 minutes, give or take what the
/// clocks are apart.
/// </summary>
internal sealed class TokenExpiryPattern
{
    /// <summary>Seconds by which ages of one delay are apart where a hub or a network takes its time.</summary>
    public const double Wide = 34;

    /// <summary>Lifetimes that people configure, in seconds.</summary>
    public static readonly double[] UsualLifetimes =
    [
        600,
        900,
        1200,
        1800,
        2700,
        3600,
        5400,
        7200,
        14400,
        28800,
        43200,
        86400,
    ];

    /// <summary>Seconds. People set lifetimes of more than an hour in whole half hours.</summary>
    public const double HalfHour = 1800;

    private readonly double _first;
    private readonly double _width;

    public TokenExpiryPattern(in ExpiryCandidate found)
    {
        ByChance = found.ByChance;
        _first = found.First;
        _width = found.Width;
        Lifetime = found.Lifetime;
        Support = found.Support;
        Graces = found.Graces;
        Elsewhere = found.Elsewhere;
        Strength = Support - 1 - 2.5 * ByChance + (IsUsual(Lifetime) ? 0.5 : 0);
    }

    /// <summary>The hub closes at any time of the ten minutes after a token's end.</summary>
    private TokenExpiryPattern(double lifetime, int support)
    {
        Lifetime = _first = lifetime;
        Support = support;
        _width = 2 * TokenExpiry.Sweep + Wide;
        Graces = 3;
        Elsewhere = support;
        Strength = support - 1;
    }

    /// <summary>Seconds.</summary>
    public double Lifetime { get; }

    /// <summary>Seconds by which ages of one delay may be apart, beyond what they mostly are.</summary>
    public double Looseness => Math.Max(0, _width - ExpiryCandidate.Narrow);

    /// <summary>Sessions end at any time of the ten minutes after the lifetime.</summary>
    public bool IsAtAnyDelay => _width > TokenExpiry.Sweep;

    /// <summary>How many sessions ended at such an age.</summary>
    public int Support { get; }

    /// <summary>At how many of the three delays sessions ended more than once.</summary>
    public int Graces { get; }

    /// <summary>How many sessions ended at other of the three delays than most.</summary>
    public int Elsewhere { get; }

    /// <summary>How many of the sessions would have fitted by chance.</summary>
    public double ByChance { get; }

    /// <summary>More sessions fit than the first, which made the pattern, and than chance would bring.</summary>
    public double Strength { get; }

    /// <summary>A lifetime that people configure: an hour above all.</summary>
    public static bool IsUsual(double lifetime) => Array.IndexOf(UsualLifetimes, lifetime) >= 0;

    /// <summary>
    /// No timer has this age: the documented hour, or five or ten minutes more than a longer lifetime of whole half
    /// hours.
    /// </summary>
    public bool IsNoTimers(double age) =>
        Lifetime == DocumentedHour.Lifetime
        || Lifetime > DocumentedHour.Lifetime
            && Lifetime % HalfHour == 0
            && age - Lifetime >= TokenExpiry.Sweep - ExpiryCandidate.Early;

    /// <summary>
    /// How likely people configure this lifetime, in nats. Few choose other than whole quarters of an hour.
    /// </summary>
    public double Plausibility =>
        Lifetime switch
        {
            TokenExpiry.UsualLifetime => 3,
            <= 600 => -4,
            _ when IsUsual(Lifetime) => 0.5,
            _ when Lifetime % 900 == 0 => 0,
            _ when Lifetime % 300 == 0 => -1,
            _ => -4,
        };

    /// <summary>The documented case: a token of an hour, closed at 60, 65 or 70 minutes.</summary>
    public static TokenExpiryPattern DocumentedHour { get; } = Known(TokenExpiry.UsualLifetime);

    /// <summary>The pattern of a lifetime that an operator named.</summary>
    public static TokenExpiryPattern Known(double lifetime) => new(new ExpiryCandidate(lifetime, Wide, lifetime));

    /// <summary>The pattern of so many ages that lie anywhere in the ten minutes after a lifetime.</summary>
    public static TokenExpiryPattern AtAnyDelay(double lifetime, int support) => new(lifetime, support);

    /// <summary>Whether a session of this age ended at its token's expiry.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool Fits(double age)
    {
        foreach (var grace in TokenExpiry.Graces)
        {
            if (FitsGrace(age, grace))
                return true;
        }
        return false;
    }

    private bool FitsGrace(double age, double grace)
    {
        var late = age - _first - grace;
        return late >= -ExpiryCandidate.Early && late <= _width;
    }
}
