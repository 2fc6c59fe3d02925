using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using IoTHubDisconnect.Azure.Http;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Azure.Storage;

/// <inheritdoc/>
/// <param name="tokens">Null where the address brings its own permission along.</param>
internal sealed class BlobLogs(BlobAddress address, IdentityTokens? tokens) : IBlobLogs
{
    // A connection that brings nothing for so long is given up, and the download goes on over another.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    public string Name => address.ToString();

    public async Task<FoundBlobs> FindAsync(BlobLogQuery query, AzureCall call)
    {
        var watch = Stopwatch.StartNew();
        call.Verbose(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Listing the blobs of {query.Start:yyyy-MM-dd HH:mm} to {query.End:yyyy-MM-dd HH:mm} UTC in {Name}."
            )
        );
        var container = Connect(call);
        using var walk = new BlobWalk(container, query, call.Cancellation);
        return await StorageFailures
            .TranslateAsync(
                address,
                Name,
                async () =>
                {
                    var blobs = await walk.FindAsync(address.Folder).ConfigureAwait(false);
                    LogSource[] sources =
                    [
                        .. blobs.Select(blob =>
                            SourceOf(new BlobContent(container.GetBlobClient(blob.Name), blob, address))
                        ),
                    ];
                    call.Verbose(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Found {sources.Length:N0} blobs "
                                + $"({sources.Sum(source => source.Length) / 1e6:N1} MB) in "
                                + $"{watch.Elapsed.TotalSeconds:0.00} s."
                        )
                    );
                    return sources.Length > 0
                        ? new FoundBlobs(sources)
                        : new FoundBlobs(
                            sources,
                            await walk.FindEdgeAsync(last: false).ConfigureAwait(false),
                            await walk.FindEdgeAsync(last: true).ConfigureAwait(false)
                        );
                }
            )
            .ConfigureAwait(false);
    }

    public Task<Uri> UploadAsync(string name, Stream content, string contentType, AzureCall call)
    {
        var blob = Connect(call).GetBlobClient(address.Folder + name);
        var shown = address.NameOf(address.Folder + name);
        call.Verbose(string.Create(CultureInfo.InvariantCulture, $"Writing {content.Length / 1e6:N1} MB to {shown}."));
        return StorageFailures.TranslateAsync(
            address,
            shown,
            async () =>
            {
                var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
                var answer = await blob.UploadAsync(content, options, call.Cancellation).ConfigureAwait(false);
                if (answer.GetRawResponse().Headers.ETag is null)
                    throw new AzureException(
                        AzureErrorKind.UnexpectedAnswer,
                        $"{shown}: the answer is no storage service's, and does not say that the blob is there."
                    )
                    {
                        Target = shown,
                    };

                return new Uri(blob.Uri.GetLeftPart(UriPartial.Path));
            },
            forWriting: true
        );
    }

    private static LogSource SourceOf(BlobContent blob) =>
        new(blob.Name, blob.Length, cancellation => new BlobStream(blob, cancellation));

    private BlobContainerClient Connect(AzureCall call)
    {
        var options = new BlobClientOptions { RetryPolicy = new PatientRetryPolicy(retriesTimeouts: true) };
        options.Retry.NetworkTimeout = Silence;
        options.Diagnostics.ApplicationId = "IoTHubDisconnect";
        options.Diagnostics.IsLoggingEnabled = false;
        options.AddPolicy(new CallPolicy(call), HttpPipelinePosition.PerCall);
        options.AddPolicy(new TracePolicy(), HttpPipelinePosition.PerRetry);
        if (address.Sas is { } sas)
            return new BlobContainerClient(address.Container, new AzureSasCredential(sas.Query), options);

        // The SDK's own policy would get a token for whatever audience the server's challenge names.
        options.AddPolicy(
            new TokenPolicy(tokens!, CloudService.Storage, tokens!.Cloud.StorageAudience),
            HttpPipelinePosition.PerRetry
        );
        return new BlobContainerClient(address.Container, options);
    }
}
