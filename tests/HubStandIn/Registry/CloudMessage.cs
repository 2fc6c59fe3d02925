namespace HubStandIn.Registry;

/// <summary>A message from the cloud to a device.</summary>
/// <param name="Id">The message id.</param>
/// <param name="Body">As text.</param>
/// <param name="Properties">The application's.</param>
public sealed record CloudMessage(string Id, string Body, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>By which a device that has taken it settles it.</summary>
    internal string LockToken { get; } = Guid.NewGuid().ToString();
}
