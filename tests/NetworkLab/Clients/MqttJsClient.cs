using FleetGenerator.Clients;

namespace NetworkLab.Clients;

/// <summary>MQTT.js as it comes.</summary>
internal sealed record MqttJsClient()
    : NodeClient("mqtt.js", Transport.Mqtt, TimeSpan.FromSeconds(60), "mqttjs.mjs", "mqtt");
