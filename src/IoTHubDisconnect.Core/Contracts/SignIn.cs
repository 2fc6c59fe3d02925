using System.Security.Cryptography.X509Certificates;

namespace IoTHubDisconnect.Contracts;

/// <summary>A way to sign in to Azure. Text forms never show a secret.</summary>
internal abstract record SignIn
{
    /// <summary>The tenant's id or domain; null for the identity's own.</summary>
    public string? TenantId { get; init; }

    public override string ToString() => GetType().Name;
}

/// <summary>Environment variables, workload identity, managed identity, Azure CLI: the first that is there.</summary>
internal sealed record DefaultSignIn : SignIn
{
    public override string ToString() => base.ToString();
}

/// <summary>The identity that Azure gave the machine.</summary>
/// <param name="ClientId">A user-assigned identity's client id; null for the system-assigned one.</param>
internal sealed record ManagedIdentitySignIn(string? ClientId) : SignIn
{
    public override string ToString() => base.ToString();
}

/// <summary>An application with a secret, a certificate or a federated token; just one of the three is set.</summary>
internal sealed record ServicePrincipalSignIn(string ClientId) : SignIn
{
    public string? Secret { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public string? FederatedTokenFile { get; init; }

    public override string ToString() => base.ToString();
}

/// <summary>A person who types a code into a browser elsewhere.</summary>
/// <param name="ClientId">The application to sign in to; null for Azure's developer tools.</param>
/// <param name="Prompt">Shows the person where to type what; called on any thread.</param>
internal sealed record DeviceCodeSignIn(string? ClientId, Action<string> Prompt) : SignIn
{
    public override string ToString() => base.ToString();
}

/// <summary>Whoever is signed in to Azure CLI.</summary>
internal sealed record AzureCliSignIn : SignIn
{
    public override string ToString() => base.ToString();
}

/// <summary>Tokens that someone else got; each request takes the one with its audience.</summary>
internal sealed record AccessTokenSignIn(IReadOnlyList<string> Tokens) : SignIn
{
    public override string ToString() => base.ToString();
}

/// <summary>
/// Another module's sign-in, asked for a token for an audience when one is needed; called on any thread.
/// </summary>
internal sealed record ExternalSignIn(Func<string, CancellationToken, Task<ExternalToken>> GetToken) : SignIn
{
    public override string ToString() => base.ToString();
}

/// <summary>A token and the moment it expires.</summary>
internal sealed record ExternalToken(string Value, DateTimeOffset ExpiresOn)
{
    public override string ToString() => nameof(ExternalToken);
}
