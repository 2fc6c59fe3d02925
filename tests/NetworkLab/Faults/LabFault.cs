using IoTHubDisconnect;
using NetworkLab.Clients;
using NetworkLab.Scenes;

namespace NetworkLab.Faults;

/// <summary>Something that goes wrong with devices, their sites or their hub.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Text">As the table tells it.</param>
/// <param name="Right">The causes that are true of it.</param>
internal sealed record LabFault(string Name, string Text, params IReadOnlyList<CauseName> Right)
{
    /// <summary>How many devices a site has that a fault befalls as a whole.</summary>
    public const int SiteSize = 8;

    /// <summary>Nothing happens.</summary>
    public static LabFault None { get; } = new("none", "nothing");

    /// <summary>All there are.</summary>
    public static IReadOnlyList<LabFault> All { get; } =
    [.. LinkFaults.All, .. RouterFaults.All, .. ProcessFaults.All, .. IdentityFaults.All, .. HubFaults.All];

    /// <summary>Makes the device's surroundings so that it can happen, before the device starts.</summary>
    public Func<Victim, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    /// <summary>Does it, and ends when it is over.</summary>
    public Func<Victim, Task> Happen { get; init; } = _ => Task.CompletedTask;

    /// <summary>What a log cannot tell from it. One of these, or Unknown, is honest if it is not sure.</summary>
    public IReadOnlyList<CauseName> Open { get; init; } = [];

    /// <summary>Why it cannot.</summary>
    public string? WhyOpen { get; init; }

    /// <summary>Whether a connection may live through it.</summary>
    public bool MayPass { get; init; }

    /// <summary>Whether it shows in a refusal rather than in an end.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Whether it befalls a site of many devices, or the hub, and so all at once.</summary>
    public bool IsForAll => IsOfSite || IsOfHub;

    public bool IsOfSite { get; init; }

    public bool IsOfHub { get; init; }

    /// <summary>Whether its devices send nothing.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How long its devices' tokens live.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether the application makes the token, so that no SDK renews it.</summary>
    public bool HasOwnToken { get; init; }

    /// <summary>Whose devices it can befall.</summary>
    public Func<LabClient, bool> Befalls { get; init; } = _ => true;
}
