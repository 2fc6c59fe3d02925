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

    private NodeDevice? _device;
    private string _state = "";

    public HubIdentity Identity => identity;

    /// <summary>Whether it is there and can act.</summary>
    public bool IsAwake => _device is not null && !IsFrozen;

    public bool IsFrozen { get; private set; }

    /// <summary>In the middle of something with the hub.</summary>
    public bool IsBusy => IsAwake && _state == "busy";

    public bool IsConnected => IsAwake && _state == "connected";

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
        _device = await NodeDevice.StartAsync(hub, "lab.mjs", settings, address, environment, "clock.cjs");
        await AdvanceAsync(now);
    }

    /// <summary>Ends it as it stands: nothing of it says goodbye.</summary>
    public async Task KillAsync()
    {
        await _device!.SignalAsync("KILL");
        await _device.DisposeAsync();
        _device = null;
    }

    public async Task FreezeAsync()
    {
        IsFrozen = true;
        await _device!.SignalAsync("STOP");
    }

    public async Task ThawAsync()
    {
        await _device!.SignalAsync("CONT");
        IsFrozen = false;
        _state = "busy";
    }

    /// <summary>Lets its clock go on.</summary>
    public async Task AdvanceAsync(DateTimeOffset now)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _device!.TellAsync(new JsonObject { ["clock"] = now.ToUnixTimeMilliseconds() });
        var told = await _device.WaitAsync("clock", patience.Token);
        _state = told["state"]!.ToString();
        NextDue = told["next"]?.GetValue<long>() is { } next ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_device is not null)
            await _device.DisposeAsync();
    }
}
