using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Fleets.Recall;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Causes that come by pipeline, narrowed to those that are asked for. A period up to the newest of them is known when
/// all are there, and so is what devices did whose disconnects came back one by one.
/// </summary>
/// <param name="filter">Which are asked for.</param>
/// <param name="options">What is known here of the devices; the causes are found anew where it is anything.</param>
internal sealed class PipedCauses(DisconnectFilter filter, ResolveOptions options)
{
    private readonly bool _knowsBetter = options != ResolveOptions.None;

    private readonly List<DisconnectCause> _waiting = [];
    private readonly List<DeviceDisconnect> _alone = [];

    /// <summary>How many of the disconnects that came back from elsewhere are resolved here.</summary>
    public int ResolvedCount => _knowsBetter ? _alone.Count : _alone.Count(d => d.Recalled is null);

    /// <summary>Takes causes in; gives those that are certain by now.</summary>
    public IEnumerable<DisconnectCause> Take(IReadOnlyCollection<DisconnectCause> causes)
    {
        var certain = new List<DisconnectCause>(causes.Count);
        foreach (var cause in causes)
        {
            TableRow.Refuse(cause);
            if (cause.Disconnect.IsAlone)
                _alone.Add(cause.Disconnect);
            else if (filter.EndsWithNewest)
                _waiting.Add(cause);
            else if (filter.Takes(cause.Disconnect, default))
                certain.Add(AsKnown(cause));
        }
        return certain;
    }

    /// <summary>Gives the others when no more come.</summary>
    public IEnumerable<DisconnectCause> TakeRest()
    {
        _waiting.AddRange(
            RecalledFleet
                .Unite(_alone)
                .Select(d => CauseExplainer.Recall(d, ResolveOptions.None, CultureInfo.CurrentUICulture))
        );
        if (_waiting.Count == 0)
            return [];
        var newest = _waiting.Max(c => c.Time);
        return _waiting.Where(c => filter.Takes(c.Disconnect, newest)).Select(AsKnown);
    }

    /// <summary>
    /// What is known here goes before what was known there. The words of a cause do not matter, so that
    /// they are in no language of a reader's.
    /// </summary>
    private DisconnectCause AsKnown(DisconnectCause given)
    {
        if (!_knowsBetter)
            return given;
        var known = new ResolveOptions
        {
            TokenLifetime = options.TokenLifetime ?? given.Options.TokenLifetime,
            KeepAlive = options.KeepAlive ?? given.Options.KeepAlive,
        };
        return CauseExplainer.Resolve(given.Disconnect, known, CultureInfo.InvariantCulture);
    }
}
