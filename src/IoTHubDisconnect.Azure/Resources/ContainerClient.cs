using System.Xml.Linq;
using Azure;
using Azure.Core;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Looks into a container, no further than is needed to know that it can be read.</summary>
internal sealed class ContainerClient(TokenCredential credential, AzureEnvironment environment, ArmClient arm)
{
    private readonly AzurePipeline _pipeline = new(credential, environment.StorageAudience, TimeSpan.FromSeconds(100), retriesTimeouts: true);

    public async Task<bool> ListAsync(string storageAccountId, string container, AzureCall call)
    {
        var account = await arm.GetAsync($"{storageAccountId}?api-version=2023-01-01", storageAccountId, call).ConfigureAwait(false);
        string endpoint = account.Member("properties").Member("primaryEndpoints").Text("blob")
            ?? throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{storageAccountId} has no blob endpoint.") { Target = storageAccountId };
        var uri = new Uri(new Uri(endpoint), $"{container}?restype=container&comp=list&maxresults=1");
        if (uri.Scheme != Uri.UriSchemeHttps)
            throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{storageAccountId}: its blob endpoint is not HTTPS.") { Target = storageAccountId };

        using Response response = await _pipeline.SendAsync(RequestMethod.Get, uri, null, request => request.Headers.SetValue("x-ms-version", "2021-12-02"), $"{uri.Host}/{container}", call).ConfigureAwait(false);
        try
        {
            XDocument answer = await XDocument.LoadAsync(response.ContentStream ?? Stream.Null, LoadOptions.None, call.Cancellation).ConfigureAwait(false);
            return answer.Descendants("Blob").Any();
        }
        catch (System.Xml.XmlException exception)
        {
            throw new AzureException(AzureErrorKind.UnexpectedAnswer, $"{uri.Host}/{container}: the answer is no XML.", exception) { Target = storageAccountId };
        }
    }
}
