using System.Collections.Concurrent;
using HubStandIn.Registry;

namespace HubStandIn;

/// <summary>The messages that devices have sent.</summary>
public sealed class Telemetry
{
    private readonly ConcurrentQueue<TelemetryMessage> _messages = new();

    internal Telemetry() { }

    /// <summary>The messages in the order in which they came.</summary>
    public IReadOnlyList<TelemetryMessage> Messages => [.. _messages];

    internal void Add(HubIdentity identity, string protocol, string body) =>
        _messages.Enqueue(new TelemetryMessage(identity.DeviceId, identity.ModuleId, protocol, body));
}

/// <summary>A message from a device to the cloud.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="ModuleId">The module; null for the device itself.</param>
/// <param name="Protocol">Mqtt, MqttWs, Amqp, AmqpWs or Https.</param>
/// <param name="Body">As text.</param>
public sealed record TelemetryMessage(string DeviceId, string? ModuleId, string Protocol, string Body);
