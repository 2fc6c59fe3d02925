namespace IoTHubDisconnect;

/// <summary>
/// A page to read. It is a <see cref="Uri"/> in all, and a type of its own so that views show the address alone.
/// </summary>
public sealed class HelpLink : Uri
{
    internal HelpLink(string address)
        : base(address) { }
}
