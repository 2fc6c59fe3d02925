using FleetGenerator.Clients;

namespace FleetGenerator.Sessions;

/// <summary>Writes ends for which it matters who was first: the hub that noticed, or the next client.</summary>
internal sealed class TakeoverRows(Device device, ConnectionLog log)
{
    /// <summary>The hub notices, or the returning client makes it close what it still held open.</summary>
    public void CloseOrTakeOver(SessionEnd end, double backAt)
    {
        var takenOver = backAt <= end.NoticedAt && !double.IsInfinity(backAt);
        var at = takenOver ? Around(backAt) : end.NoticedAt;
        log.Closed(
            device,
            device.Client,
            at,
            takenOver ? device.TakeoverCode : end.Code,
            end.Cause,
            end.Scope,
            end.Outage
        );
    }

    /// <summary>A second client with the same identity connects.</summary>
    public void Intrude(SessionEnd end, ClientIdentity intruder)
    {
        log.Closed(device, device.Client, Around(end.At), device.TakeoverCode, end.Cause, end.Scope, null);
        log.Connected(device, intruder, end.At);
    }

    /// <summary>The device takes its place back.</summary>
    public void ReturnFrom(ClientIdentity intruder, double backAt, SessionEnd end)
    {
        if (!double.IsInfinity(backAt))
            log.Closed(device, intruder, Around(backAt), device.TakeoverCode, end.Cause, end.Scope, null);
    }

    /// <summary>
    /// The closing row bears a time shortly before the new connection's, on some hubs now and then after it.
    /// </summary>
    private double Around(double connectAt) =>
        device.Rng.Happens(device.Hub.LateTakeoverShare)
            ? connectAt + device.Rng.Between(0.005, 0.3)
            : connectAt - device.Rng.Between(0.002, 0.12);
}
