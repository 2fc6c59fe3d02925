using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>HTTP requests over a connection that is there already.</summary>
internal sealed class HubHttp : IDisposable
{
    public const string ApiVersion = "api-version=2021-04-12";

    private const int LongestBody = 256 * 1024;

    private readonly HttpClient _client;
    private readonly string _host;
    private Stream? _connection;

    /// <param name="connection">A secure connection; it stays the caller's.</param>
    /// <param name="host">The name that the other side goes by.</param>
    public HubHttp(Stream connection, string host)
    {
        _connection = connection;
        _host = host;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectCallback = (_, _) => ValueTask.FromResult(Take()),
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestBody,
        };
    }

    /// <summary>Sends a request.</summary>
    /// <param name="path">The path with its query, without the first slash.</param>
    /// <param name="authorization">The header's value; null for none.</param>
    public async Task<HubAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? authorization,
        string? json,
        CancellationToken cancellation
    )
    {
        // The connection is a secure one: "http" only keeps the client from making it so twice.
        using var request = new HttpRequestMessage(
            method,
            new Uri($"http://{(_host.Contains(':') ? $"[{_host}]" : _host)}/{path}")
        );
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _client.SendAsync(request, cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        var name = response.Headers.TryGetValues("iothub-errorcode", out var names) ? names.FirstOrDefault() : null;
        return new HubAnswer((int)response.StatusCode, response.Headers.Date, name, body);
    }

    public void Dispose() => _client.Dispose();

    private Stream Take() =>
        Interlocked.Exchange(ref _connection, null)
        ?? throw new StepFailure(
            ConnectivityFinding.ConnectionLost,
            "The other side closed the connection after its first answer."
        );
}
