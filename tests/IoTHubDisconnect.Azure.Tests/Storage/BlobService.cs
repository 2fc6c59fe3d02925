using System.Net.Http.Headers;
using System.Text;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Puts blobs into the account by plain requests, as Azure Monitor does with its own client.</summary>
internal sealed class BlobService(Uri account, string sas, HttpClient http)
{
    public Task CreateContainerAsync(string name) => SendAsync(HttpMethod.Put, name, "restype=container", null);

    public async Task UploadFolderAsync(string container, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            await AppendAsync(
                container,
                Path.GetRelativePath(folder, file).Replace('\\', '/'),
                await File.ReadAllBytesAsync(file),
                create: true
            );
    }

    /// <summary>Adds to an append blob, in blocks of up to 4 MB as the service demands.</summary>
    public async Task AppendAsync(string container, string blob, byte[] content, bool create = false)
    {
        if (create)
            await SendAsync(HttpMethod.Put, $"{container}/{blob}", "", null, ("x-ms-blob-type", "AppendBlob"));
        foreach (var block in content.Chunk(4 * 1024 * 1024))
            await SendAsync(HttpMethod.Put, $"{container}/{blob}", "comp=appendblock", block);
    }

    public Task AppendAsync(string container, string blob, string content, bool create = false) =>
        AppendAsync(container, blob, Encoding.UTF8.GetBytes(content), create);

    public Task PutBlockBlobAsync(string container, string blob, byte[] content) =>
        SendAsync(HttpMethod.Put, $"{container}/{blob}", "", content, ("x-ms-blob-type", "BlockBlob"));

    public Task DeleteAsync(string container, string blob) =>
        SendAsync(HttpMethod.Delete, $"{container}/{blob}", "", null);

    private async Task SendAsync(
        HttpMethod method,
        string path,
        string query,
        byte[]? content,
        params (string Name, string Value)[] headers
    )
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(
            method,
            $"{account.AbsoluteUri.TrimEnd('/')}/{escaped}?{query}&{sas}"
        )
        {
            Content = new ByteArrayContent(content ?? []),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("x-ms-version", "2022-11-02");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await http.SendAsync(request);
        Assert.True(
            response.IsSuccessStatusCode,
            $"{method} {path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}"
        );
    }
}
