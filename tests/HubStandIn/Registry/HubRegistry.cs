using System.Collections.Concurrent;

namespace HubStandIn.Registry;

/// <summary>The identities of a hub. Ids are case-sensitive.</summary>
public sealed class HubRegistry
{
    private readonly ConcurrentDictionary<(string Device, string? Module), HubIdentity> _identities = new();

    internal HubRegistry() { }

    /// <summary>The identities by id, modules after their devices.</summary>
    public IReadOnlyList<HubIdentity> All =>
        [
            .. _identities
                .Values.OrderBy(identity => identity.DeviceId, StringComparer.Ordinal)
                .ThenBy(identity => identity.ModuleId, StringComparer.Ordinal),
        ];

    /// <summary>Adds a device with two fresh keys, or a module of one.</summary>
    public HubIdentity Add(string deviceId, string? moduleId = null)
    {
        var identity = new HubIdentity(deviceId, moduleId);
        if (!_identities.TryAdd((deviceId, moduleId), identity))
            throw new ArgumentException($"There is an identity {identity.ClientId} already.", nameof(deviceId));
        return identity;
    }

    /// <summary>The identity, or null where there is none.</summary>
    public HubIdentity? Find(string deviceId, string? moduleId = null) =>
        _identities.GetValueOrDefault((deviceId, moduleId));

    /// <summary>Deletes a device with its modules, or one module.</summary>
    public void Remove(HubIdentity identity)
    {
        foreach (
            var gone in All.Where(other =>
                other == identity || (identity.ModuleId is null && other.DeviceId == identity.DeviceId)
            )
        )
            _identities.TryRemove((gone.DeviceId, gone.ModuleId), out _);
    }
}
