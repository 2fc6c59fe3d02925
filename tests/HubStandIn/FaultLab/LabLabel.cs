namespace HubStandIn.FaultLab;

/// <summary>What a run has done: the answer to the log's question.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="IsRefusal">True where the device was not let in, false where its connection ended.</param>
/// <param name="From">UTC; not before this.</param>
/// <param name="Until">UTC; not after this.</param>
/// <param name="Cause">The cause as the module names it.</param>
public sealed record LabLabel(string DeviceId, bool IsRefusal, DateTimeOffset From, DateTimeOffset Until, string Cause);
