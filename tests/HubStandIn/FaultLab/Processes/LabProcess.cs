using System.Net;
using System.Text.Json.Nodes;
using HubStandIn.Devices;
using HubStandIn.Network;
using HubStandIn.Registry;

namespace HubStandIn.FaultLab.Processes;

/// <summary>A device of the lab: a process with Microsoft's SDK, which lives by the lab's clock.</summary>
internal sealed class LabProcess(StandInHub hub, HubIdentity identity, IPAddress address, JsonObject settings)
    : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private NodeDevice? device;
    private string state = "";

    public HubIdentity Identity => identity;

    /// <summary>Whether it is there and can act.</summary>
    public bool IsAwake => device is not null && !IsFrozen;

    public bool IsFrozen { get; private set; }

    /// <summary>In the middle of something with the hub.</summary>
    public bool IsBusy => IsAwake && state == "busy";

    public bool IsConnected => IsAwake && state == "connected";

    /// <summary>UTC; its next timer.</summary>
    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>The connection on its way to the hub.</summary>
    public PathConnection Path =>
        hub.Mqtt.Connections.Last(connection => connection.ClientEndPoint.Address.Equals(address));

    public async Task StartAsync(DateTimeOffset now, TimeSpan wait)
    {
        settings["protocol"] ??= "Mqtt";
        settings["connectionString"] = hub.ConnectionString(identity);
        settings["startAfter"] = wait.TotalSeconds;
        var environment = new Dictionary<string, string?> { ["CLOCK"] = $"{now.ToUnixTimeMilliseconds()}" };
        device = await NodeDevice.StartAsync(hub, "lab.mjs", settings, address, environment, "clock.cjs");
        await AdvanceAsync(now);
    }

    /// <summary>Ends it as it stands: nothing of it says goodbye.</summary>
    public async Task KillAsync()
    {
        await device!.SignalAsync("KILL");
        await device.DisposeAsync();
        device = null;
    }

    public async Task FreezeAsync()
    {
        IsFrozen = true;
        await device!.SignalAsync("STOP");
    }

    public async Task ThawAsync()
    {
        await device!.SignalAsync("CONT");
        IsFrozen = false;
        state = "busy";
    }

    /// <summary>Lets its clock go on.</summary>
    public async Task AdvanceAsync(DateTimeOffset now)
    {
        using var patience = new CancellationTokenSource(Patience);
        await device!.TellAsync(new JsonObject { ["clock"] = now.ToUnixTimeMilliseconds() });
        JsonObject told = await device.WaitAsync("clock", patience.Token);
        state = told["state"]!.ToString();
        NextDue = told["next"]?.GetValue<long>() is { } next ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (device is not null)
            await device.DisposeAsync();
    }
}
