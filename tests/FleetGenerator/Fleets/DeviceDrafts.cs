using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator;

/// <summary>Draws a device's nature: library, protocol, credentials, keep-alive, link, retry.</summary>
internal sealed class DeviceDrafts(FleetOptions options, SimulationWindow window, Rng rng)
{
    private const double Never = 1e9;

    private static readonly double[] KeepAlives = [20, 30, 60, 120, 240, 300, 600, 1000];
    private static readonly double[] TelemetryPeriods = [5, 10, 30, 60, 60, 300, 600, Never];
    private static readonly double[] Pauses = [60, 120, 300, 600, 900];

    public DeviceDraft Draw(Habit habit)
    {
        var sdk = SdkCatalog.Of(options.Sdks.Draw(rng, name => HabitRules.Allows(habit, name)));
        var minutes = options.TokenMinutes.Draw(rng, choice => TokenFactory.Allows(sdk.Renewal, choice));
        return new DeviceDraft
        {
            Sdk = sdk,
            Transport = options.Transports.Draw(rng, transport => sdk.SpeaksAmqp || !transport.IsAmqp()),
            UsesCertificate = rng.Happens(options.CertificateShare),
            TokenLifetime = minutes * 60,
            KeepAlive = KeepAlive(sdk),
            Telemetry = rng.Pick(TelemetryPeriods),
            Network = options.Networks.Draw(rng),
            Retry = Retry(sdk),
            StartsAt = window.WarmUpFrom + rng.Between(0, 3600),
        };
    }

    private double KeepAlive(SdkProfile sdk)
    {
        var customised = sdk.Name is SdkName.Raw or SdkName.EmbeddedC ? 0.7 : 0.1;
        return rng.Happens(customised) ? rng.Pick(KeepAlives) : sdk.KeepAlive;
    }

    private RetryPolicy Retry(SdkProfile sdk) =>
        rng.Happens(0.06)
            ? sdk.Retry with
            {
                GivesUpAfter = double.PositiveInfinity,
                Pause = 0,
            }
            : sdk.Retry with
            {
                GivesUpAfter = rng.Between(20, 240),
                Pause = rng.Pick(Pauses),
            };
}
