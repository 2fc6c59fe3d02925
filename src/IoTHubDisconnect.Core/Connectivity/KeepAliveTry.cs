namespace IoTHubDisconnect.Connectivity;

/// <summary>A silent connection that is held now.</summary>
/// <param name="Silence">For how long.</param>
/// <param name="Spent">How long all tries have taken so far.</param>
internal sealed record KeepAliveTry(TimeSpan Silence, TimeSpan Spent);
