using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Azure.Storage;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure;

/// <inheritdoc/>
internal sealed class AzureConnector : IAzureConnector
{
    public IAzureConnection Connect(SignIn signIn, TokenHosts hosts) =>
        new AzureConnection(new IdentityTokens(signIn, hosts));

    public IBlobLogs? OpenShared(Uri container) =>
        BlobAddress.Parse(container) is { Sas: not null } address ? new BlobLogs(address, null) : null;
}
