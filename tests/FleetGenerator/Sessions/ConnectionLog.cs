using FleetGenerator.Clients;
using FleetGenerator.Network;

namespace FleetGenerator.Sessions;

/// <summary>Collects what the hub writes, what truly happened, and how many were connected.</summary>
internal sealed class ConnectionLog(SimulationWindow window)
{
    public List<ConnectionEvent> Events { get; } = [];

    public List<LabelDraft> Drafts { get; } = [];

    /// <summary>Each change of a hub's count of connected devices.</summary>
    public List<(double At, string Hub, int Change)> Presence { get; } = [];

    public void Connected(Device device, ClientIdentity client, double at)
    {
        Write(device, client, isConnect: true, at, null);
        Count(device, at, 1);
    }

    public LabelDraft Closed(
        Device device,
        ClientIdentity client,
        double at,
        int? code,
        Cause cause,
        Scope scope,
        SiteOutage? outage
    )
    {
        var draft = new LabelDraft(device, LabelKind.Closed, cause, scope) { Outage = outage };
        Drafts.Add(draft);
        Disconnect(draft, device, client, at, code);
        Count(device, at, -1);
        if (outage is not null && window.Shows(at))
            outage.Hits++;
        return draft;
    }

    /// <summary>One more row about an end that has been written of already, or its first.</summary>
    public void Disconnect(LabelDraft draft, Device device, ClientIdentity client, double at, int? code)
    {
        Write(device, client, isConnect: false, at, code);
        draft.Add(at);
    }

    public LabelDraft BeginRefusals(Device device, Cause cause, Scope scope)
    {
        var draft = new LabelDraft(device, LabelKind.Refused, cause, scope);
        Drafts.Add(draft);
        return draft;
    }

    public void Refused(LabelDraft draft, Device device, double at, int code)
    {
        Write(device, device.Client, isConnect: true, at, code);
        draft.Add(at);
    }

    /// <summary>Modules are not devices, and the metric counts devices.</summary>
    private void Count(Device device, double at, int change)
    {
        if (device.ModuleId is null)
            Presence.Add((at, device.Hub.Name, change));
    }

    private void Write(Device device, ClientIdentity client, bool isConnect, double at, int? code)
    {
        if (window.Shows(at))
            Events.Add(new ConnectionEvent(at, device, client, isConnect, code));
    }
}
