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
/// <param name="cancellation">Whether anybody still waits for them.</param>
internal sealed class PipedCauses(DisconnectFilter filter, ResolveOptions options, CancellationToken cancellation)
{
    private readonly bool _knowsBetter = options != ResolveOptions.None;

    private readonly List<DisconnectCause> _waiting = [];
    private readonly List<DeviceDisconnect> _alone = [];

    /// <summary>How many of the disconnects that came back from elsewhere are resolved here.</summary>
    public int ResolvedCount => _knowsBetter ? _alone.Count : _alone.Count(d => d.Recalled is null);

    /// <summary>Takes causes in, as far as it is enumerated; gives those that are certain by now.</summary>
    public IEnumerable<DisconnectCause> Take(IEnumerable<DisconnectCause> causes)
    {
        foreach (var cause in causes)
        {
            cancellation.ThrowIfCancellationRequested();
            TableRow.Refuse(cause.Disconnect);
            if (cause.Disconnect.IsAlone)
                _alone.Add(cause.Disconnect);
            else if (filter.EndsWithNewest)
                _waiting.Add(cause);
            else if (filter.Takes(cause.Disconnect, default))
                yield return AsKnown(cause);
        }
    }

    /// <summary>Gives the others when no more come.</summary>
    public IEnumerable<DisconnectCause> TakeRest()
    {
        foreach (var disconnect in RecalledFleet.Unite(_alone, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            _waiting.Add(CauseExplainer.Recall(disconnect, ResolveOptions.None, CultureInfo.CurrentUICulture));
        }
        if (_waiting.Count == 0)
            yield break;
        var newest = _waiting.Max(c => c.Time);
        foreach (var cause in _waiting)
        {
            cancellation.ThrowIfCancellationRequested();
            if (filter.Takes(cause.Disconnect, newest))
                yield return AsKnown(cause);
        }
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
