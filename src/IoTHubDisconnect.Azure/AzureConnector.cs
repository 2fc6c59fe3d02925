using IoTHubDisconnect.Azure.Storage;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure;

/// <inheritdoc/>
internal sealed class AzureConnector : IAzureConnector
{
    public IAzureConnection Connect(SignIn signIn, AzureEnvironment environment) => new AzureConnection(signIn, environment);

    public IBlobLogs? OpenShared(Uri container) =>
        BlobAddress.Parse(container) is { Sas: not null } address ? new BlobLogs(address, null, AzureEnvironment.AzureCloud) : null;
}
