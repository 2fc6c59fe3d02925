using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Hubs;
using FleetGenerator.Logs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Stories;

/// <summary>The hub, the time and the devices of a story.</summary>
public sealed class StoryWorld
{
    private const double Hour = 3600;

    private readonly FleetOptions _options;
    private readonly Hub _hub;
    private readonly HashSet<string> _focus = new(StringComparer.Ordinal);
    private int _devices;

    internal StoryWorld(string story, int seed, double hours)
    {
        Rng = Rng.For(seed, story);
        _options = FleetPresets.Plain(seed) with
        {
            Seed = seed,
            Artefacts = new LogArtefacts
            {
                LostShare = Rng.Pick([0, 0.001, 0.003]),
                WholeSeconds = Rng.Happens(0.2),
                SdkOnDisconnect = Rng.Happens(0.6),
            },
        };
        Window = new SimulationWindow(_options.Start, hours * Hour);
        Log = new ConnectionLog(Window);
        _hub = new HubFactory(_options, Rng).Create(0);
    }

    internal Rng Rng { get; }

    internal SimulationWindow Window { get; }

    internal ConnectionLog Log { get; }

    internal double End => Window.Length;

    /// <summary>A moment that leaves room before and after it.</summary>
    internal double Sometime() => Rng.Between(0.15, 0.8) * End;

    /// <summary>So many moments, in order.</summary>
    internal double[] Times(int low, int high) =>
        [.. Several(low, high).Select(_ => Rng.Between(0.05, 0.9) * End).Order()];

    /// <summary>Moments so many seconds apart, give or take the jitter.</summary>
    internal double[] Every(double first, double period, double jitter) =>
        [
            .. Enumerable
                .Range(0, (int)Math.Ceiling((End - first) / period))
                .Select(n => first + n * period + Rng.Between(0, jitter)),
        ];

    internal string Address() => SiteFactory.MaskedAddress(Rng);

    internal IEnumerable<StoryDevice> Several(int low, int high, Func<StoryDevice> make)
    {
        var count = Rng.Whole(low, high);
        for (var i = 0; i < count; i++)
            yield return make();
    }

    internal IEnumerable<int> Several(int low, int high) => Enumerable.Range(0, Rng.Whole(low, high));

    /// <summary>A device of the story, connected some time before the log begins. Without an SDK given, any.</summary>
    internal StoryDevice Add(
        SdkName? sdk = null,
        bool? certificate = null,
        string? address = null,
        double minutes = 60,
        Transport transport = Transport.Mqtt,
        IToken? token = null
    )
    {
        var device = Create(sdk, certificate, address, minutes, transport, token);
        _focus.Add(device.Id);
        return device;
    }

    /// <summary>What any hub has besides: devices that renew their tokens, with a loss now and then.</summary>
    internal void AddNeighbours()
    {
        var count = Rng.Whole(12, 40);
        for (var i = 0; i < count; i++)
        {
            var device = Create(null, null, null, 60, Transport.Mqtt, null);
            var mean = Rng.Between(12, 90) * Hour;
            while (device.LiveFor(Rng.Wait(mean)))
                device.Cut(ErrorCodes.ClosedRemotely, Cause.ConnectionReset, device.Retry());
        }
    }

    internal ToldStory Finish() => new(Fleet.Of(_options, Window, Log), _focus);

    private StoryDevice Create(
        SdkName? sdk,
        bool? certificate,
        string? address,
        double minutes,
        Transport transport,
        IToken? token
    )
    {
        var profile = SdkCatalog.Of(sdk ?? _options.Sdks.Draw(Rng));
        var usesCertificate = certificate ?? Rng.Happens(0.2);
        var device = new Device
        {
            Hub = _hub,
            Id = $"{Rng.Pick(["pump", "Meter_", "gw-", "kiosk"])}{_devices++:000}",
            Sdk = profile,
            Client = new ClientIdentity(
                transport,
                usesCertificate,
                address ?? Address(),
                SdkVersionText.Draw(profile.Name, false, Rng)
            ),
            Liveness = new Liveness(transport, profile.KeepAlive, profile.PingAfter, profile.PongWait, 60),
            Retry = profile.Retry,
            Rng = Rng,
        };
        var clock =
            usesCertificate || transport.IsAmqp()
                ? new NoToken()
                : token ?? TokenFactory.Create(profile.Renewal, minutes * 60, Rng.Between(-1, 1), _hub.Grace, Rng);
        return new StoryDevice(device, Log, clock, End, Rng.Between(-5400, 0));
    }
}
