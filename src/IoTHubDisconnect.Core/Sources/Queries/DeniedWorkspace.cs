namespace IoTHubDisconnect.Sources.Queries;

/// <summary>A workspace whose rows are missing from an answer.</summary>
/// <param name="ResourceId">Its ARM id.</param>
/// <param name="IsOfTable">Whether it is the table alone that a role keeps closed there.</param>
internal sealed record DeniedWorkspace(string ResourceId, bool IsOfTable);
