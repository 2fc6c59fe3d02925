namespace IoTHubDisconnect.Contracts;

/// <summary>Who signed in, as the token says; null where it does not.</summary>
internal sealed record AzureIdentity(string? Account, string? TenantId, DateTimeOffset ExpiresOn);
