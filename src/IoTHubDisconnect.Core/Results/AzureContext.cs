namespace IoTHubDisconnect;

/// <summary>Who signed in to Azure in this runspace.</summary>
public sealed class AzureContext
{
    internal AzureContext(string environment, string? tenantId, string? account, DateTimeOffset expiresOn)
    {
        Environment = environment;
        TenantId = tenantId;
        Account = account;
        ExpiresOn = expiresOn;
    }

    /// <summary>The cloud, as Azure PowerShell names it.</summary>
    public string Environment { get; }

    /// <summary>The tenant that gave the token; null where the token does not say.</summary>
    public string? TenantId { get; }

    /// <summary>
    /// The user, or the client id of the application or managed identity; null where the token does not say.
    /// </summary>
    public string? Account { get; }

    /// <summary>
    /// When the token expires that was got first, UTC. It is renewed by itself, unless it was given as an access token.
    /// </summary>
    public DateTimeOffset ExpiresOn { get; }
}
