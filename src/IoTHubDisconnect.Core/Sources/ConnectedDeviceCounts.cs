using System.Runtime.CompilerServices;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Sources;

/// <summary>
/// Reads a hub's connectedDeviceCount with its dips marked: with some time before, which tells the usual level, and
/// some after, which tells whether the count came back.
/// </summary>
internal static class ConnectedDeviceCounts
{
    /// <summary>How long Azure keeps platform metrics.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(93);

    public static async IAsyncEnumerable<ConnectedDeviceCount> ReadAsync(
        IHubResources resources,
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var now = DateTimeOffset.UtcNow;
        var from = Later(start - DipFinder.Leading, now - Kept);
        var to = Earlier(end + DipFinder.Longest, now);
        var finder = new DipFinder(resourceId);
        await foreach (
            var point in resources
                .GetConnectedDeviceCountAsync(resourceId, from, to, call)
                .WithCancellation(cancellation)
                .ConfigureAwait(false)
        )
        {
            foreach (var minute in finder.Add(point))
            {
                if (minute.Time >= end)
                    yield break;
                if (minute.Time >= start)
                    yield return minute;
            }
        }
        foreach (var minute in finder.Complete())
        {
            if (minute.Time >= start && minute.Time < end)
                yield return minute;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
