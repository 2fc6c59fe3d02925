using NetworkLab.Clients;
using NetworkLab.Faults;

namespace NetworkLab.Scenes;

/// <summary>What befell whom, and when.</summary>
internal sealed record Ordeal(
    LabFault Fault,
    LabClient Client,
    string DeviceId,
    DateTimeOffset From,
    DateTimeOffset Until
);
