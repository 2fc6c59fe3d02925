namespace IoTHubDisconnect;

/// <summary>A rule about the addresses that may connect to a hub.</summary>
public sealed class HubAddressRule
{
    internal HubAddressRule(string name, bool isAllowed, string addresses)
    {
        Name = name;
        IsAllowed = isAllowed;
        Addresses = addresses;
    }

    /// <summary>The rule's name.</summary>
    public string Name { get; }

    /// <summary>Whether the rule lets these addresses in, or keeps them out.</summary>
    public bool IsAllowed { get; }

    /// <summary>An address, or a range in CIDR notation.</summary>
    public string Addresses { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsAllowed ? "allow" : "reject")} {Addresses} ({Name})";
}
