using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Commands;

/// <summary>A runspace's sign-in. Runspaces know nothing of each other's.</summary>
internal sealed class AzureSession(IAzureConnection connection)
{
    private static readonly ConditionalWeakTable<Runspace, AzureSession> Sessions = [];

    private readonly HashSet<LogTarget> _places = [];

    public IAzureConnection Connection { get; } = connection;

    /// <summary>The places that were read from.</summary>
    public IReadOnlyCollection<LogTarget> Places => _places;

    /// <summary>The ARM resource ids of the hubs met so far.</summary>
    public ISet<string> Hubs { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The runspace's sign-in; null where it has none.</summary>
    public static AzureSession? Current
    {
        get => Sessions.TryGetValue(Runspace.DefaultRunspace, out var session) ? session : null;
        set
        {
            Sessions.Remove(Runspace.DefaultRunspace);
            if (value is not null) Sessions.Add(Runspace.DefaultRunspace, value);
        }
    }

    public void Remember(IEnumerable<LogTarget> places) => _places.UnionWith(places);
}
