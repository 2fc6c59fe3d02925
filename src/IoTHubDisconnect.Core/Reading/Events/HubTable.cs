using System.Text;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// The hubs seen so far, each with a number. Resource ids differ in case between sources and mean the same hub.
/// </summary>
internal sealed class HubTable
{
    private readonly Utf8Interner _spellings = new();
    private readonly Dictionary<string, int> _hubs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _resourceIds = [];

    /// <summary>The hub that each spelling means, plus one; 0 where it is not known yet.</summary>
    private volatile int[] _hubOfSpelling = [];

    public int Count
    {
        get
        {
            lock (_hubs)
                return _resourceIds.Count;
        }
    }

    public int Add(ReadOnlySpan<byte> resourceId)
    {
        var spelling = _spellings.Intern(resourceId);
        var known = _hubOfSpelling;
        return spelling < known.Length && known[spelling] > 0 ? known[spelling] - 1 : AddSpelling(spelling);
    }

    /// <summary>The ARM resource id; empty where the log has none.</summary>
    public string ResourceIdOf(int hub)
    {
        lock (_hubs)
            return _resourceIds[hub];
    }

    /// <summary>The hub's name: the last part of its resource id.</summary>
    public string NameOf(int hub)
    {
        var id = ResourceIdOf(hub);
        return id[(id.LastIndexOf('/') + 1)..];
    }

    private int AddSpelling(int spelling)
    {
        var text = Encoding.UTF8.GetString(_spellings[spelling]).TrimEnd('/');
        lock (_hubs)
        {
            if (!_hubs.TryGetValue(text, out var hub))
            {
                _hubs.Add(text, hub = _resourceIds.Count);
                _resourceIds.Add(text);
            }
            else if (string.CompareOrdinal(text, _resourceIds[hub]) > 0)
            {
                _resourceIds[hub] = text; // one spelling, whichever was read first
            }
            var known = new int[Math.Max(_hubOfSpelling.Length, spelling + 1)];
            _hubOfSpelling.CopyTo(known, 0);
            known[spelling] = hub + 1;
            _hubOfSpelling = known;
            return hub;
        }
    }
}
