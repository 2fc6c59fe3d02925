namespace IoTHubDisconnect;

/// <summary>A region that a hub is in.</summary>
public sealed class HubLocation
{
    internal HubLocation(string name, bool isPrimary)
    {
        Name = name;
        IsPrimary = isPrimary;
    }

    /// <summary>The region's name as Azure displays it, such as <c>West Europe</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the hub runs here; a failover swaps the roles.</summary>
    public bool IsPrimary { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({(IsPrimary ? "primary" : "secondary")})";
}
