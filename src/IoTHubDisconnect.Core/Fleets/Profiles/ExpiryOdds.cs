using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Weighs whether a repeated age is a token's expiry or an idle cut: both repeat to the second.</summary>
internal static class ExpiryOdds
{
    /// <summary>Log odds of an expiry over an idle cut.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static double Over(
        DeviceProfile device,
        SdkBehaviour behaviour,
        TokenExpiryPattern? expiry,
        ConstantAge idle,
        bool maySleep,
        double unauthorized
    )
    {
        const double telling = 0.3;
        var context = device.ContextOf(device.Records[^1]);
        if (expiry is null || context.UsesCertificate || unauthorized == 0 && device.RenewsAfter(idle.Seconds))
            return -1;
        // One 401003 among many closings may be of anything.
        var odds = 5 * Math.Min(1, unauthorized / telling);
        odds += expiry.Graces switch
        {
            >= 2 when expiry.Support >= idle.Support + 1 && expiry.Support >= ClosingPattern.EnoughSupport => 7,
            >= 2 => 2,
            // No idle timer is so inexact.
            _ when expiry.Looseness > 0 && expiry.Support > 2 * idle.Support => 0,
            _ => -OneGraceOdds(expiry.Support),
        };
        odds += behaviour.Renewal switch
        {
            TokenRenewal.Hub or TokenRenewal.HubTokenReused => 3,
            TokenRenewal.ClientFromConnect or TokenRenewal.ClientOnTimer => -4,
            _ => 0,
        };
        if (context.HasNoTokenClock)
            odds -= 9;
        if (expiry.Graces < 2)
            odds += expiry.Plausibility;
        if (!maySleep)
            return odds + (expiry.IsNoTimers(idle.Seconds) ? 8 : 1);
        if (!IsRoundTimer(idle.Seconds))
            odds += 3;
        odds += idle.Seconds switch
        {
            var age when SdkBehaviour.IsHubCap(age) => -8,
            < 590 => -4,
            < 1000 => -1,
            _ => 0,
        };
        return odds;
    }

    /// <summary>
    /// Idle timers of firewalls and load balancers are set to round figures; a token's age also has the clocks'
    /// difference in it.
    /// </summary>
    public static bool IsRoundTimer(double seconds)
    {
        const double halfMinute = 30;
        const double amazon = 350; // the idle timeout of AWS's NAT gateways and load balancers
        var over = seconds % halfMinute;
        return over <= 2.5
            || over >= halfMinute - 2
            || seconds is >= amazon - 1 and <= amazon + 2.5
            || SdkBehaviour.IsHubCap(seconds);
    }

    private static double OneGraceOdds(int support) => Math.Min(1.1 * (support - 1), 4);
}
