using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure;

/// <inheritdoc/>
internal sealed class AzureConnector : IAzureConnector
{
    public IAzureConnection Connect(SignIn signIn, AzureEnvironment environment) => new AzureConnection(signIn, environment);
}
