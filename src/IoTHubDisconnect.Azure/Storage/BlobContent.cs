using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>
/// A blob as it was when it was found. Azure appends to those of this hour and the last: what comes after is not looked
/// at.
/// </summary>
internal sealed class BlobContent(BlobClient client, BlobItem found, BlobAddress address)
{
    private const int Tries = 5;
    private const int ConditionNotMet = 412;

    private readonly bool _grows = found.Properties.BlobType == BlobType.Append;

    public string Name { get; } = address.NameOf(found.Name);

    /// <summary>In bytes.</summary>
    public long Length { get; } = found.Properties.ContentLength ?? 0;

    /// <summary>Fills a part of a buffer from a place in the blob: whole, or not at all.</summary>
    /// <exception cref="AzureException">The part could not be read.</exception>
    public Task FillAsync(Memory<byte> buffer, long offset, CancellationToken cancellation) =>
        StorageFailures.TranslateAsync(
            address,
            Name,
            async () =>
            {
                for (var next = 1; ; next++)
                {
                    try
                    {
                        await ReceiveAsync(buffer, offset, cancellation).ConfigureAwait(false);
                        return true;
                    }
                    catch (RequestFailedException exception)
                        when (exception.Status == ConditionNotMet && _grows && next < Tries)
                    {
                        // A broken download goes on only if the blob is as before; one that has grown meanwhile is not.
                    }
                }
            }
        );

    private async Task ReceiveAsync(Memory<byte> buffer, long offset, CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions { Range = new HttpRange(offset, buffer.Length) };
        if (!_grows)
            options.Conditions = new BlobRequestConditions { IfMatch = found.Properties.ETag };
        using BlobDownloadStreamingResult answer = await client
            .DownloadStreamingAsync(options, cancellation)
            .ConfigureAwait(false);
        if (_grows && answer.Details.CreatedOn != found.Properties.CreatedOn)
            throw Changed();

        try
        {
            await answer.Content.ReadExactlyAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (EndOfStreamException)
        {
            throw Changed();
        }
    }

    private AzureException Changed() => StorageFailures.Changed(Name, "replaced");
}
