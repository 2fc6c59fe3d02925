using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AzureStandIn.Tests;

/// <summary>Plain requests, signed in as the first application.</summary>
internal sealed class StandInClient(StandInAzure azure) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>The token to send; null for the one that the service wants.</summary>
    public string? Token { get; set; }

    public void Dispose() => _http.Dispose();

    public Task<HttpResponseMessage> GetAsync(AzureService service, string path) =>
        SendAsync(service, new HttpRequestMessage(HttpMethod.Get, Address(service, path)));

    public Task<HttpResponseMessage> QueryAsync(string path, string query, string? timespan = null) =>
        SendAsync(
            AzureService.Logs,
            new HttpRequestMessage(HttpMethod.Post, Address(AzureService.Logs, path))
            {
                Content = JsonContent.Create(new { query, timespan }),
            }
        );

    public async Task<HttpResponseMessage> SendAsync(AzureService service, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token ?? TokenFor(service));
        return await _http.SendAsync(request);
    }

    /// <summary>The rows of an answer with status 200.</summary>
    public static async Task<JsonElement> RowsAsync(HttpResponseMessage answer)
    {
        var body = await JsonAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body.ToString());
        return body.GetProperty("tables")[0].GetProperty("rows");
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<string?> ErrorCodeAsync(HttpResponseMessage answer) =>
        (await JsonAsync(answer)).GetProperty("error").GetProperty("code").GetString();

    private Uri Address(AzureService service, string path) => new(azure.Endpoints.Of(service), path);

    private string TokenFor(AzureService service) =>
        azure.Tokens.Text(azure.Tokens.Issue(azure.Endpoints.Of(service).GetLeftPart(UriPartial.Authority)));
}
