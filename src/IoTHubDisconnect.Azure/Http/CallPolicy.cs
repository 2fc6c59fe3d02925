using Azure.Core;
using Azure.Core.Pipeline;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>Tells the other policies whose requests these are, where an SDK's client makes them.</summary>
internal sealed class CallPolicy(AzureCall call) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.SetProperty(typeof(AzureCall), call);
}
