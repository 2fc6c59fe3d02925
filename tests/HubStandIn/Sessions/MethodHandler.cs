using System.Text.Json.Nodes;

namespace HubStandIn.Sessions;

/// <summary>Calls a method on a device.</summary>
internal delegate Task<MethodAnswer> MethodHandler(string name, JsonNode? payload, CancellationToken cancellation);

/// <summary>What the device answered.</summary>
internal sealed record MethodAnswer(int Status, JsonNode? Payload);
