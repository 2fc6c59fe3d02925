using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// Seconds at which something happened to a device at one of several sites; asked for how often around a moment.
/// </summary>
internal sealed class SiteLog
{
    /// <summary>Bits that the seconds of all times take.</summary>
    private const int Seconds = 37;

    private const long LastSecond = (1L << Seconds) - 1;

    private readonly List<long> _entries = [];

    // How many entries are of the sites before each.
    private int[] _before = [];

    public void Add(long ticks, int site) => _entries.Add(EntryOf(SecondOf(ticks), site));

    public void Add(SiteLog other) => _entries.AddRange(other._entries);

    /// <summary>Must be called between the last <see cref="Add(long, int)"/> and the first question.</summary>
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
            var (minute, site) = (MinuteOf(_entries[i]), SiteOf(_entries[i]));
            if (i == 0 || site != SiteOf(_entries[i - 1]) || minute - MinuteOf(_entries[i - 1]) > reach)
                target.Add(minute);
        }
    }

    /// <summary>How often it happened at the site in all.</summary>
    public int Count(int site) => site >= _before.Length - 1 ? 0 : _before[site + 1] - _before[site];

    /// <summary>How often it happened at the site within so many seconds of a moment.</summary>
    [MethodImpl(HotPath.Profiles)]
    public int Count(int site, long ticks, int seconds)
    {
        if (site >= _before.Length - 1)
            return 0;
        var (first, last) = (SecondOf(ticks) - seconds, SecondOf(ticks) + seconds);
        var ofSite = CollectionsMarshal.AsSpan(_entries)[_before[site].._before[site + 1]];
        ofSite = ofSite[PlainSort.CountBelow<long>(ofSite, EntryOf(Math.Max(0, first), site))..];
        var limit = EntryOf(last + 1, site);
        // Mostly there are few, so the end is near.
        var reach = 4;
        while (reach < ofSite.Length && ofSite[reach - 1] < limit)
            reach *= 2;
        return PlainSort.CountBelow<long>(ofSite[..Math.Min(reach, ofSite.Length)], limit);
    }

    private static long EntryOf(long second, int site) => ((long)site << Seconds) + Math.Min(second, LastSecond);

    private static long SecondOf(long ticks) => ticks / TimeSpan.TicksPerSecond;

    private static int MinuteOf(long entry) => (int)((entry & LastSecond) / 60);

    private static int SiteOf(long entry) => (int)(entry >> Seconds);
}
