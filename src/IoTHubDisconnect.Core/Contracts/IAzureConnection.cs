namespace IoTHubDisconnect.Contracts;

/// <summary>
/// Azure, as one identity sees it. Whatever fails throws <see cref="AzureException"/>. Safe for several threads at
/// once.
/// </summary>
internal interface IAzureConnection
{
    /// <summary>The cloud, and where its tokens may go.</summary>
    TokenHosts Hosts { get; }

    /// <summary>The way of signing in.</summary>
    SignIn SignIn { get; }

    /// <summary>Whether it has given a token already.</summary>
    bool HasSignedIn { get; }

    /// <summary>What Azure Resource Manager knows of hubs.</summary>
    IHubResources Resources { get; }

    /// <summary>Gets a token, which tells whether signing in works and who it is.</summary>
    Task<AzureIdentity> SignInAsync(AzureCall call);

    /// <summary>Gets a token for a hub.</summary>
    /// <param name="hostName">The host that the token will be sent to.</param>
    /// <param name="call">Who asks.</param>
    Task<string> GetHubTokenAsync(string hostName, AzureCall call);

    /// <summary>
    /// Opens the answer to a query of Azure Monitor Logs or Azure Data Explorer as it comes, JSON in the service's own
    /// shape.
    /// </summary>
    /// <remarks>
    /// Throttling (429) and short outages are waited out; a query that takes too long (504) is not asked again.
    /// </remarks>
    Task<Stream> QueryAsync(LogQuery query, AzureCall call);

    /// <summary>Opens a container of a storage account; nothing is asked of it yet.</summary>
    /// <param name="container">The container's address, or that of a folder in it.</param>
    IBlobLogs OpenContainer(Uri container);
}
