namespace IoTHubDisconnect.Contracts;

/// <summary>
/// What can go wrong with Azure, told apart by what to do next. The names are the ids of the errors that people see.
/// </summary>
internal enum AzureErrorKind
{
    /// <summary>No way of signing in was found, or the one asked for is not set up on this machine.</summary>
    NotSignedIn,

    /// <summary>The tenant is not there, or the resource belongs to another one.</summary>
    WrongTenant,

    /// <summary>Entra refused the secret, the certificate or the federated token.</summary>
    CredentialRefused,

    /// <summary>The access token is past its time.</summary>
    TokenExpired,

    /// <summary>
    /// The service wants the identity to sign in anew: continuous access evaluation, or a policy on how to sign in.
    /// </summary>
    SignInAgain,

    /// <summary>The access token is for another audience.</summary>
    WrongAudience,

    /// <summary>No token goes to the host: it is none of the cloud's, and was not named at sign-in.</summary>
    UntrustedHost,

    /// <summary>The Az modules are signed in to a cloud whose endpoints are not known here.</summary>
    UnknownCloud,

    /// <summary>Signed in, but without the role that this takes.</summary>
    AccessDenied,

    /// <summary>Logs that are queried by way of a private link, or from within a network perimeter, alone.</summary>
    PrivateNetworkOnly,

    /// <summary>Signed in, but without the role to read and make diagnostic settings of the hub.</summary>
    SettingDenied,

    /// <summary>Signed in, but without the role that sending logs to the place takes there.</summary>
    DestinationDenied,

    /// <summary>Another diagnostic setting of the hub has the place that the logs are to go to.</summary>
    DestinationTaken,

    /// <summary>Azure refused the diagnostic setting as it was.</summary>
    SettingRefused,

    /// <summary>The hub has as many diagnostic settings as a resource may have.</summary>
    TooManySettings,

    /// <summary>What was to be made is there already, or another one is in its way.</summary>
    Conflict,

    /// <summary>The identity sees no such subscription, or none at all.</summary>
    SubscriptionNotFound,

    /// <summary>There is no such hub or other resource.</summary>
    ResourceNotFound,

    /// <summary>There is no such workspace, or the database is not there.</summary>
    WorkspaceNotFound,

    /// <summary>The workspace or database has no such table: nothing was ever sent there.</summary>
    TableNotFound,

    /// <summary>The service refused the query's text.</summary>
    QueryRefused,

    /// <summary>The query took longer than the service lets it.</summary>
    QueryTimeout,

    /// <summary>Not all rows came, and asking for less at a time did not help.</summary>
    IncompleteAnswer,

    /// <summary>Too many requests, for longer than we wait.</summary>
    Throttled,

    /// <summary>No connection: name, network, proxy or certificate.</summary>
    Unreachable,

    /// <summary>The service failed.</summary>
    ServiceError,

    /// <summary>The answer is not in a form that the service documents.</summary>
    UnexpectedAnswer,

    /// <summary>An endpoint is no https address, so that no token goes there.</summary>
    InsecureEndpoint,

    /// <summary>The address is not that of a container in a storage account.</summary>
    InvalidContainerUri,

    /// <summary>The storage account has no such container.</summary>
    ContainerNotFound,

    /// <summary>The storage account takes no requests from this network.</summary>
    NetworkRestricted,

    /// <summary>The shared access signature is past its time, or not valid yet.</summary>
    SasExpired,

    /// <summary>The shared access signature is wrong, or allows too little.</summary>
    SasRefused,

    /// <summary>The blob was deleted or replaced while it was read.</summary>
    BlobChanged,
}
