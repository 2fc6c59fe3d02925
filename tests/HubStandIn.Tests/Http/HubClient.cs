using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HubStandIn.Tests.Http;

/// <summary>Calls a hub over HTTPS.</summary>
internal sealed class HubClient(StandInHub hub, string? authorization) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"https://localhost:{hub.Https.Number}") };

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path, string more = "") =>
        SendAsync(HttpMethod.Delete, path, null, more);

    public async Task<JsonNode> JsonAsync(string path, JsonNode? body = null)
    {
        using var answer = await SendAsync(body is null ? HttpMethod.Get : HttpMethod.Post, path, body);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public void Dispose() => _client.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body, string more = "")
    {
        var request = new HttpRequestMessage(method, $"{path}?api-version=2021-04-12{more}")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return _client.SendAsync(request);
    }
}
