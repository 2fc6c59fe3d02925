using System.Net.Http.Headers;
using System.Net.Http.Json;
using AzureStandIn;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>
/// Asks the stand-in for Azure Monitor Logs and Data Explorer without the Azure SDK, which is not the matter here.
/// </summary>
internal sealed class DirectConnection(StandInAzure azure) : IAzureConnection
{
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public TokenHosts Hosts => throw new NotSupportedException();

    public SignIn SignIn => throw new NotSupportedException();

    public bool HasSignedIn => true;

    public IHubResources Resources => throw new NotSupportedException();

    public Task<AzureIdentity> SignInAsync(AzureCall call) => throw new NotSupportedException();

    public Task<string> GetHubTokenAsync(string hostName, AzureCall call) => throw new NotSupportedException();

    public IBlobLogs OpenContainer(Uri container) => throw new NotSupportedException();

    public async Task<Stream> QueryAsync(LogQuery query, AzureCall call)
    {
        var isCluster = query.Target is ClusterTarget;
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            isCluster
                ? new Uri(azure.Endpoints.DataExplorer, "v1/rest/query")
                : new Uri(azure.Endpoints.Logs, $"v1/workspaces/{azure.Estate.Workspaces[0].CustomerId}/query")
        )
        {
            Content = isCluster
                ? JsonContent.Create(new { db = azure.Options.Database, csl = query.Text })
                : JsonContent.Create(new { query = query.Text }),
        };
        var audience = isCluster
            ? azure.Endpoints.DataExplorer.GetLeftPart(UriPartial.Authority)
            : "https://api.loganalytics.io";
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            azure.Tokens.Text(azure.Tokens.Issue(audience))
        );
        var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Cancellation);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsStreamAsync();
    }
}
