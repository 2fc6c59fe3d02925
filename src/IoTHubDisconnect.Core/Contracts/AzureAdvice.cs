namespace IoTHubDisconnect.Contracts;

/// <summary>The next step after a failure: the cmdlet, role, setting or page to go to.</summary>
internal static class AzureAdvice
{
    /// <param name="kind">The failure.</param>
    /// <param name="signIn">The way of signing in; null where it is not known.</param>
    public static string For(AzureErrorKind kind, SignIn? signIn = null) =>
        kind switch
        {
            AzureErrorKind.NotSignedIn when signIn is AzureCliSignIn =>
                "Install the Azure CLI, run az login and then Connect-IoTHubDisconnect -AzureCli, or sign in another "
                    + "way: Get-Help Connect-IoTHubDisconnect -Examples shows them.",
            AzureErrorKind.NotSignedIn when signIn is ManagedIdentitySignIn =>
                "Run it on a resource in Azure that has a managed identity (Identity in the portal; -AccountId names "
                    + "one of several), or sign in another way: Get-Help Connect-IoTHubDisconnect -Examples shows "
                    + "them.",
            AzureErrorKind.NotSignedIn =>
                "Sign in with Connect-IoTHubDisconnect (Get-Help Connect-IoTHubDisconnect -Examples shows "
                    + "the ways), or with Connect-AzAccount and then Connect-IoTHubDisconnect -AzContext.",
            AzureErrorKind.WrongTenant =>
                "Run Connect-IoTHubDisconnect with the -TenantId of the directory that the subscription belongs to.",
            AzureErrorKind.CredentialRefused or AzureErrorKind.SignInAgain => Again(signIn),
            AzureErrorKind.TokenExpired when signIn is ExternalSignIn or AzureCliSignIn => Again(signIn),
            AzureErrorKind.TokenExpired =>
                "Run Connect-IoTHubDisconnect again, with a fresh token where you give one with -AccessToken.",
            AzureErrorKind.WrongAudience =>
                "Give Connect-IoTHubDisconnect a token for that audience with -AccessToken (it takes "
                    + "several), or sign in another way; check -Environment.",
            AzureErrorKind.UntrustedHost =>
                "Check the address and -Environment. If the host is yours, a private endpoint or a custom "
                    + "domain, name it once: Connect-IoTHubDisconnect -TrustedHost.",
            AzureErrorKind.UnknownCloud =>
                "Give the cloud's endpoints: Connect-IoTHubDisconnect -AzContext -Environment @{ Name = "
                    + "'Mine'; ResourceManager = 'https://…'; Logs = 'https://…' }.",
            AzureErrorKind.AccessDenied =>
                "The identity needs the role Log Analytics Reader or Monitoring Reader on the hub or the "
                    + "workspace (Access control (IAM) in the Azure portal), Storage Blob Data Reader on a "
                    + "container (Storage Blob Data Contributor to write to it), or Viewer on a database.",
            AzureErrorKind.PrivateNetworkOnly =>
                "No role opens it. Run the command where the workspace's private link scope or network security "
                    + "perimeter lets it in, or change Network isolation of the workspace in the Azure portal.",
            AzureErrorKind.SettingDenied =>
                "Give the identity the role Monitoring Contributor on the hub (Access control (IAM) in the Azure "
                    + "portal), or have somebody with it run the request that -WhatIf shows.",
            AzureErrorKind.DestinationDenied =>
                "Give the identity, on the place that the logs go to, Monitoring Contributor (a workspace), Storage "
                    + "Account Contributor (a storage account) or Azure Event Hubs Data Owner (an event hub).",
            AzureErrorKind.SettingRefused =>
                "Check the id of the place that the logs go to. A storage account or an event hub must be in the "
                    + "hub's own region.",
            AzureErrorKind.TooManySettings =>
                "Delete a diagnostic setting that nobody needs, or switch the category Connections on in one of "
                    + "them, under Diagnostic settings of the hub in the Azure portal.",
            AzureErrorKind.DestinationTaken =>
                "A hub sends a category to a place by one diagnostic setting only. Give the event hub that the setting "
                    + "sends to as -EventHubName, another rule or another place; or change the setting, under "
                    + "Diagnostic settings of the hub in the Azure portal.",
            AzureErrorKind.Conflict =>
                "Test-DisconnectLogging shows which diagnostic settings the hub has; give another -Name.",
            AzureErrorKind.SubscriptionNotFound =>
                "Check the subscription's id or name and the tenant that is signed in to, and give the identity the "
                    + "role Reader on the hubs, their resource group or the subscription. A hub's -ResourceId needs no "
                    + "search.",
            AzureErrorKind.ResourceNotFound =>
                "Check the hub's name, its resource group and subscription, and that the identity may see them. A hub "
                    + "that was made minutes ago is found by its -ResourceId.",
            AzureErrorKind.WorkspaceNotFound =>
                "Give the GUID that the portal shows as Workspace ID on the workspace's overview.",
            AzureErrorKind.TableNotFound =>
                "No diagnostic setting has sent logs there yet: Test-DisconnectLogging tells what is missing.",
            AzureErrorKind.QueryRefused =>
                "Get-DisconnectQuery prints the query; run it in the portal's Logs page to see what the "
                    + "service objects to.",
            AzureErrorKind.QueryTimeout =>
                "Ask for a shorter period with -StartTime and -EndTime, or for fewer devices with -DeviceId.",
            AzureErrorKind.IncompleteAnswer => "Try again, or ask for a shorter period.",
            AzureErrorKind.Throttled => "Wait a few minutes; other queries of the same identity count as well.",
            AzureErrorKind.Unreachable =>
                "Check name resolution, the network and the proxy (HTTPS_PROXY), and the cloud given with "
                    + "-Environment.",
            AzureErrorKind.ServiceError => "Try again later; https://azure.status.microsoft/status tells of outages.",
            AzureErrorKind.InsecureEndpoint => "Give an address that begins with https://.",
            AzureErrorKind.InvalidContainerUri =>
                "Copy the URL from the container's Properties page in the Azure portal, as in "
                    + "https://account.blob.core.windows.net/insights-logs-connections.",
            AzureErrorKind.ContainerNotFound =>
                "The container insights-logs-connections comes with the first rows, if the hub's "
                    + "diagnostic setting sends Connections to this account: Test-DisconnectLogging tells.",
            AzureErrorKind.NetworkRestricted =>
                "Add this machine's address under Networking of the storage account in the Azure portal, "
                    + "or run the command where the account has a private endpoint.",
            AzureErrorKind.SasExpired =>
                "Make a new shared access signature for the container, with the permissions Read and List, "
                    + "or leave it out and sign in with Connect-IoTHubDisconnect.",
            AzureErrorKind.SasRefused =>
                "Make a shared access signature for the container with the permissions Read and List, and "
                    + "copy it whole; or leave it out and sign in with Connect-IoTHubDisconnect.",
            AzureErrorKind.BlobChanged => "Run the command again.",
            _ => "A proxy or firewall may have changed the answer; -Debug shows the requests.",
        };

    /// <summary>How to sign in anew, the same way.</summary>
    private static string Again(SignIn? signIn) =>
        signIn switch
        {
            ExternalSignIn => "Sign in again with Connect-AzAccount; this session follows by itself.",
            AzureCliSignIn => "Run az login again, and Connect-IoTHubDisconnect -AzureCli.",
            AccessTokenSignIn =>
                "Give Connect-IoTHubDisconnect -AccessToken a fresh token, got after signing in again (az "
                    + "login or Connect-AzAccount).",
            DeviceCodeSignIn => "Run Connect-IoTHubDisconnect -UseDeviceAuthentication again.",
            ManagedIdentitySignIn =>
                "See under Identity of this machine's resource in the Azure portal whether the identity is "
                    + "still there, and run Connect-IoTHubDisconnect -Identity again.",
            DefaultSignIn => "Sign in again where the identity comes from (az login, the AZURE_ variables, the managed "
                + "identity), or another way with Connect-IoTHubDisconnect.",
            _ => "Check the secret, the certificate or the federated credential under App registrations in "
                + "the Azure portal, and sign in again with Connect-IoTHubDisconnect.",
        };
}
