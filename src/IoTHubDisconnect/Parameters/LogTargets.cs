using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Commands;

/// <summary>The places that a call asks, each once.</summary>
internal sealed class LogTargets
{
    private readonly List<LogTarget> _all = [];

    public IReadOnlyList<LogTarget> All => _all;

    public void Add(LogTarget target)
    {
        if (!_all.Contains(target))
            _all.Add(target);
    }

    /// <summary>Adds hubs by ids that were checked. Upper and lower case mean the same in them.</summary>
    public void AddHubs(IEnumerable<string> resourceIds)
    {
        foreach (var given in resourceIds)
        {
            if (!HubResourceId.TryParse(given, out var id))
                continue;
            if (!_all.OfType<ResourceTarget>().Any(t => t.ResourceId.Equals(id, StringComparison.OrdinalIgnoreCase)))
                _all.Add(new ResourceTarget(id));
        }
    }
}
