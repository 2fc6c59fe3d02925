using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>A runspace's sign-in. Runspaces know nothing of each other's.</summary>
internal sealed class AzureSession(IAzureConnection connection)
{
    private static readonly ConditionalWeakTable<Runspace, AzureSession> Sessions = [];

    private readonly HashSet<LogTarget> _places = [];

    public IAzureConnection Connection { get; } = connection;

    /// <summary>Whom the Az modules were signed in as, where it is their sign-in; null for any other.</summary>
    public AzContext? Az { get; init; }

    /// <summary>Whether somebody asked for it with Connect-IoTHubDisconnect.</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>Whether the cloud was chosen by name, whatever the Az modules say.</summary>
    public bool IsCloudChosen { get; init; }

    /// <summary>Whether it is good for more than a try.</summary>
    public bool HasProved => IsAskedFor || Connection.HasSignedIn;

    /// <summary>Whether the cloud stays, whatever the Az modules do.</summary>
    public bool IsCloudSettled => Az is null ? HasProved : IsCloudChosen;

    /// <summary>The places that were read from.</summary>
    public IReadOnlyCollection<LogTarget> Places => _places;

    /// <summary>The runspace's sign-in; null where it has none.</summary>
    public static AzureSession? Current
    {
        get => Sessions.TryGetValue(Runspace.DefaultRunspace, out var session) ? session : null;
        set
        {
            Sessions.Remove(Runspace.DefaultRunspace);
            if (value is not null)
                Sessions.Add(Runspace.DefaultRunspace, value);
        }
    }

    public void Remember(IEnumerable<LogTarget> places) => _places.UnionWith(places);
}
