using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The clocks on which clients of each SDK renew their tokens. Where several do, the tokens are the SDK's, and none
/// ends sooner.
/// </summary>
internal sealed class FleetRenewals
{
    private const int Several = 3;

    // Of each SDK, the longest periods of several clients, in seconds, the longest first.
    private readonly Dictionary<SdkFamily, double[]> _longest = [];

    public void Add(DeviceProfile device)
    {
        if (device is { RenewsByClock: true, Renewals.Period: > 0 and var period })
            Add(device.Sdk.Family, period);
    }

    public void Add(FleetRenewals other)
    {
        foreach (var (family, periods) in other._longest)
        foreach (var period in periods)
            Add(family, period);
    }

    /// <summary>Several other clients of the SDK renew later than at so many seconds.</summary>
    public bool AreLater(SdkFamily family, double age) =>
        _longest.TryGetValue(family, out var periods) && age < periods[^1] - RenewalPattern.Moment;

    private void Add(SdkFamily family, double period)
    {
        if (!_longest.TryGetValue(family, out var periods))
            _longest.Add(family, periods = new double[Several]);
        for (var i = 0; i < Several; i++)
            if (period > periods[i])
                (periods[i], period) = (period, periods[i]);
    }
}
