using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>
/// Finds blobs by going down the folders that lead to the hubs and hours wanted; a year of others costs nothing.
/// </summary>
internal sealed class BlobWalk(BlobContainerClient container, BlobLogQuery query, CancellationToken cancellation)
    : IDisposable
{
    private const int ListingsAtOnce = 8;

    private readonly SemaphoreSlim _gate = new(ListingsAtOnce);
    private readonly HubFolders _hubs = new(query);
    private readonly ConcurrentBag<BlobItem> _found = [];
    private readonly ConcurrentBag<string> _years = [];

    /// <summary>Finds the blobs below a folder, by name.</summary>
    public async Task<IReadOnlyList<BlobItem>> FindAsync(string folder)
    {
        await GoDownAsync(folder, isFiled: false).ConfigureAwait(false);
        return [.. _found.OrderBy(blob => blob.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Finds the first or the last hour that there are blobs of, whatever hours are wanted; null where there are none.
    /// </summary>
    public async Task<DateTimeOffset?> FindEdgeAsync(bool last)
    {
        string[] folders = [.. _years];
        while (folders.Length > 0)
        {
            var byStart = folders
                .Where(folder => FiledHours.Of(folder) is not null)
                .GroupBy(folder => FiledHours.Of(folder)!.Value)
                .OrderBy(hours => hours.Key.Start);
            var edge = last ? byStart.LastOrDefault() : byStart.FirstOrDefault();
            if (edge is null || edge.Key.IsHour)
                return edge?.Key.Start;

            var below = await Task.WhenAll(edge.Select(ListFoldersAsync)).ConfigureAwait(false);
            folders = [.. below.SelectMany(each => each)];
        }
        return null;
    }

    public void Dispose() => _gate.Dispose();

    private async Task GoDownAsync(string folder, bool isFiled)
    {
        if (!_hubs.Leads(folder))
            return;

        var hours = FiledHours.Of(folder);
        if (hours is not null && !isFiled)
            _years.Add(folder);
        if (hours?.Overlaps(query.Start, query.End) == false)
            return;

        if (hours is { } all && (all.IsShort || all.IsWithin(query.Start, query.End)))
            await TakeAllAsync(folder).ConfigureAwait(false);
        else
            await Task.WhenAll(
                    (await ListFoldersAsync(folder).ConfigureAwait(false)).Select(below =>
                        GoDownAsync(below, hours is not null)
                    )
                )
                .ConfigureAwait(false);
    }

    private async Task TakeAllAsync(string folder)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await foreach (
                var blob in container
                    .GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation)
                    .ConfigureAwait(false)
            )
            {
                if (
                    FiledHours.Of(blob.Name) is { IsHour: true } hour
                    && hour.Overlaps(query.Start, query.End)
                    && blob.Properties.ContentLength > 0
                )
                    _found.Add(blob);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string[]> ListFoldersAsync(string folder)
    {
        var folders = new List<string>();
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await foreach (
                var item in container
                    .GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", folder, cancellation)
                    .ConfigureAwait(false)
            )
            {
                if (item.IsPrefix)
                    folders.Add(item.Prefix);
            }
        }
        finally
        {
            _gate.Release();
        }
        return [.. folders];
    }
}
