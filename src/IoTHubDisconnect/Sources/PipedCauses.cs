using IoTHubDisconnect.Analysis;

namespace IoTHubDisconnect.Commands;

/// <summary>Causes that come by pipeline, narrowed to those that are asked for. A period up to the newest of them is known when all are there.</summary>
internal sealed class PipedCauses(DisconnectFilter filter)
{
    private readonly List<DisconnectCause> _waiting = [];

    /// <summary>Takes causes in; gives those that are certain by now.</summary>
    public IEnumerable<DisconnectCause> Take(IReadOnlyCollection<DisconnectCause> causes)
    {
        if (!filter.EndsWithNewest) return causes.Where(c => filter.Takes(c.Disconnect, default));
        _waiting.AddRange(causes);
        return [];
    }

    /// <summary>Gives the others when no more come.</summary>
    public IEnumerable<DisconnectCause> TakeRest()
    {
        if (_waiting.Count == 0) return [];
        var newest = _waiting.Max(c => c.Time);
        return _waiting.Where(c => filter.Takes(c.Disconnect, newest));
    }
}
