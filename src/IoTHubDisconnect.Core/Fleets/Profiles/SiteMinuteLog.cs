using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Minutes at which something happened to a device at one of several sites; asked for how often around a minute.
/// </summary>
internal sealed class SiteMinuteLog
{
    private readonly List<long> _entries = [];

    // How many entries are of the sites before each.
    private int[] _before = [];

    public void Add(int minute, int site) => _entries.Add(EntryOf(minute, site));

    public void Add(SiteMinuteLog other) => _entries.AddRange(other._entries);

    /// <summary>Must be called between the last <see cref="Add(int, int)"/> and the first question.</summary>
    public void Sort()
    {
        if (_entries.Count == 0)
            return;
        PlainSort.Sort(CollectionsMarshal.AsSpan(_entries));
        _before = new int[SiteOf(_entries[^1]) + 2];
        foreach (var entry in _entries)
            _before[SiteOf(entry) + 1]++;
        for (var site = 1; site < _before.Length; site++)
            _before[site] += _before[site - 1];
    }

    /// <summary>Adds the minutes of each site to a log, once where they are no further apart than so many.</summary>
    public void AddOnce(MinuteLog target, int reach)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (i == 0 || _entries[i] - _entries[i - 1] > reach)
                target.Add((int)(uint)_entries[i]);
        }
    }

    /// <summary>How often it happened at the site from one minute to another, both included.</summary>
    [MethodImpl(HotPath.Optimized)]
    public int Count(int first, int last, int site)
    {
        if (site >= _before.Length - 1)
            return 0;
        var ofSite = CollectionsMarshal.AsSpan(_entries)[_before[site].._before[site + 1]];
        ofSite = ofSite[PlainSort.CountBelow<long>(ofSite, EntryOf(Math.Max(0, first), site))..];
        var limit = EntryOf(last + 1, site);
        // Mostly there are few, so the end is near.
        var reach = 4;
        while (reach < ofSite.Length && ofSite[reach - 1] < limit)
            reach *= 2;
        return PlainSort.CountBelow<long>(ofSite[..Math.Min(reach, ofSite.Length)], limit);
    }

    private static long EntryOf(int minute, int site) => ((long)site << 32) | (uint)minute;

    private static int SiteOf(long entry) => (int)(entry >> 32);
}
