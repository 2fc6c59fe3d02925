using System.Diagnostics;

namespace AzureStandIn.Logs;

/// <summary>Counts each principal's queries against the limits.</summary>
internal sealed class QueryThrottle(QueryLimits limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Principal> _principals = [];

    /// <summary>The most queries that one principal ever had under way.</summary>
    public int Peak { get; private set; }

    /// <summary>Lets a query in until the result is disposed; null where it meets a limit.</summary>
    public IDisposable? Enter(Guid objectId)
    {
        lock (_gate)
        {
            if (!_principals.TryGetValue(objectId, out var principal))
                _principals.Add(objectId, principal = new Principal());
            var now = Stopwatch.GetTimestamp();
            while (
                principal.Recent.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest, now) > limits.RateWindow
            )
                principal.Recent.Dequeue();
            if (principal.Recent.Count >= limits.QueriesPerWindow || principal.Active >= limits.ConcurrentQueries)
                return null;

            principal.Recent.Enqueue(now);
            Peak = Math.Max(Peak, ++principal.Active);
            return new Place(this, principal);
        }
    }

    private sealed class Principal
    {
        public Queue<long> Recent { get; } = new();

        public int Active { get; set; }
    }

    private sealed class Place(QueryThrottle throttle, Principal principal) : IDisposable
    {
        public void Dispose()
        {
            lock (throttle._gate)
                principal.Active--;
        }
    }
}
