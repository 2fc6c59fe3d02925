using IoTHubDisconnect.Events;
using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect.Analysis;

/// <summary>Takes what devices come to that a log engine summed up.</summary>
internal interface ISteadyVisitor
{
    void Visit(DeviceProfile sample, HubActivity hub, ResolveOptions options, IReadOnlyList<SteadyFigures> figures);
}
