using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>
/// Makes clones: at the same address or another, of the same software or another, quick or slow to return.
/// </summary>
internal sealed class CloneFactory(Device device, SimulationWindow window, Rng rng)
{
    private const double Minute = 60;

    public DuplicateIdentity NowAndThen()
    {
        var slow = rng.Happens(0.25);
        var cadence = slow ? rng.Between(20, 200) : rng.Between(1, 8);
        var length = slow ? rng.Between(20, 120) * Minute : rng.Between(1, 8) * Minute;
        var episodes = new List<(double From, double Until)>();
        var count = rng.Whole(1, 4);
        for (var i = 0; i < count; i++)
        {
            var from = (i + rng.Between(0.05, 0.9)) / count * window.Length;
            episodes.Add((from, from + (length * rng.Between(0.5, 1.5))));
        }

        return new DuplicateIdentity(device, Clone(), episodes, cadence, cadence * rng.Between(0.7, 1.4));
    }

    public DuplicateIdentity Always()
    {
        var cadence = rng.Between(90, 900);
        return new DuplicateIdentity(
            device,
            Clone(),
            [(double.NegativeInfinity, double.PositiveInfinity)],
            cadence,
            cadence * rng.Between(0.5, 1.5)
        );
    }

    private ClientIdentity Clone() =>
        device.Client with
        {
            MaskedIpAddress = rng.Happens(0.6) ? SiteFactory.MaskedAddress(rng) : device.Client.MaskedIpAddress,
            SdkVersion = rng.Happens(0.4) ? SdkVersionText.Draw(device.Sdk.Name, false, rng) : device.Client.SdkVersion,
        };
}
