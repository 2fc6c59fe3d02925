namespace IoTHubDisconnect.Shell;

/// <summary>What may stand in place of a part of a line.</summary>
internal sealed record Completion(int Start, int Length, IReadOnlyList<string> Texts);
