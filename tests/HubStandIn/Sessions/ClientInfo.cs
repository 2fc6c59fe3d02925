using System.Net;
using FleetGenerator.Clients;

namespace HubStandIn.Sessions;

/// <summary>Who is at the other end, as the hub's rows tell it.</summary>
internal sealed record ClientInfo
{
    public required string DeviceId { get; init; }

    public string? ModuleId { get; init; }

    public required Transport Protocol { get; init; }

    public required IPAddress Address { get; init; }

    public string? SdkVersion { get; init; }

    public bool UsesCertificate { get; init; }

    /// <summary>What the hub writes when a newer connection throws this one off.</summary>
    public HubWords WordsForTakeover =>
        Protocol is Transport.Mqtt or Transport.MqttWs ? HubWords.TakenOver : HubWords.TakenOverAmqp;
}
