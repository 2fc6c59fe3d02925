using System.Collections.Frozen;

namespace IoTHubDisconnect.Profiles;

/// <summary>What happened around a hub, minute by minute: what tells one device's trouble from the site's and the hub's.</summary>
public sealed class HubActivity
{
    private static readonly ActivityMinute Quiet;
    private readonly FrozenDictionary<long, ActivityMinute> _around;
    private readonly FrozenDictionary<(int Site, long Minute), SiteMinute> _sites;
    private readonly double _minutes;

    internal HubActivity(string name, string resourceId, HubActivityBuilder builder, long firstTicks, long lastTicks)
    {
        HubName = name;
        ResourceId = resourceId;
        FirstRow = new DateTimeOffset(firstTicks, TimeSpan.Zero);
        LastRow = new DateTimeOffset(lastTicks, TimeSpan.Zero);
        DeviceCount = builder.Devices;
        DropCount = builder.Drops;
        OnlyDelay = builder.OnlyDelay;
        _around = builder.Surroundings();
        _sites = builder.Sites();
        _minutes = Math.Max(1, (LastRow - FirstRow).TotalMinutes);
    }

    /// <summary>The hub's name as the log has it.</summary>
    public string HubName { get; }

    /// <summary>The ARM resource id; empty where the log has none.</summary>
    public string ResourceId { get; }

    /// <summary>The oldest row of the log, UTC.</summary>
    public DateTimeOffset FirstRow { get; }

    /// <summary>The newest row of the log, UTC.</summary>
    public DateTimeOffset LastRow { get; }

    /// <summary>Devices and modules of the hub that the log has disconnects of.</summary>
    public int DeviceCount { get; }

    /// <summary>Disconnects that follow no pattern of their device.</summary>
    public long DropCount { get; }

    /// <summary>What Azure says of the hub itself; null where it was not asked.</summary>
    public HubCondition? Condition { get; internal set; }

    /// <summary>How late, in seconds, the hub closes expired tokens, where it is equally late for all devices.</summary>
    internal double? OnlyDelay { get; }

    /// <summary>Devices that drop off their pattern in three minutes, on average.</summary>
    internal double UsualDrops => DropCount * 3 / _minutes;

    /// <inheritdoc/>
    public override string ToString() => $"{DeviceCount} devices, {DropCount} drops";

    internal ref readonly ActivityMinute Around(long ticks)
    {
        ref readonly var found = ref _around.GetValueRefOrNullRef(HubActivityBuilder.MinuteOf(ticks));
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(in found)) return ref Quiet;
        return ref found;
    }

    /// <summary>Other devices behind the same address that dropped within keep-alive's reach, and those that came back together with this one.</summary>
    internal SiteMinute AtSite(int site, long ticks, long returnTicks)
    {
        var minute = HubActivityBuilder.MinuteOf(ticks);
        var seen = new SiteMinute();
        for (var m = minute - SiteMinute.Reach; m <= minute + SiteMinute.Reach; m++)
        {
            if (_sites.TryGetValue((site, m), out var at)) seen.Drops += at.Drops;
        }
        if (returnTicks == 0) return seen;
        var back = HubActivityBuilder.MinuteOf(returnTicks);
        for (var m = back - 1; m <= back + 1; m++)
        {
            if (_sites.TryGetValue((site, m), out var at)) seen.Returns += at.Returns;
        }
        return seen;
    }
}
