using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Hubs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator;

/// <summary>Puts a device together from its draft: what its site, hub, link and token do to it.</summary>
internal sealed class DeviceAssembler(Hub hub, Site? site, double clockSkew)
{
    /// <param name="link">What the device's own link does; null where something else stands in for it.</param>
    public Device Assemble(
        string id,
        string? module,
        DeviceDraft draft,
        ClientIdentity client,
        LinkHabits? link,
        Rng rng
    )
    {
        var device = new Device
        {
            Hub = hub,
            Id = id,
            ModuleId = module,
            Sdk = draft.Sdk,
            Client = client,
            Liveness = new Liveness(
                draft.Transport,
                draft.KeepAlive,
                draft.PingAfter,
                draft.Sdk.PongWait,
                draft.Telemetry
            ),
            Retry = draft.Retry,
            Rng = rng,
            StartsAt = draft.StartsAt,
        };

        if (site is not null)
            device.Add(new SiteTrouble(device, site));
        foreach (var incident in hub.Incidents.OrderBy(incident => incident.Start))
            device.Add(incident.ImpactOn(device));
        if (link is not null)
            device.Add(new LinkTrouble(device, link));
        if (draft.RenewsItsToken)
            device.Add(new TokenTrouble(device, Token(draft, rng)));
        return device;
    }

    private IToken Token(DeviceDraft draft, Rng rng) =>
        draft.UsesCertificate || draft.Transport.IsAmqp()
            ? new NoToken()
            : TokenFactory.Create(
                draft.Sdk.Renewal,
                draft.TokenLifetime,
                rng.Between(-clockSkew, clockSkew),
                hub.Grace,
                rng
            );
}
