namespace IoTHubDisconnect;

/// <summary>What the disconnects of one group come to.</summary>
public sealed class DisconnectSummary
{
    internal DisconnectSummary(DisconnectGrouping by, SummaryKey key, SummaryGroup group, long all)
    {
        By = by;
        Name = key.NameFor(by);
        HubName = key.HubName;
        DeviceId = key.DeviceId;
        ModuleId = key.ModuleId;
        Cause = by == DisconnectGrouping.Cause ? (CauseName)key.Number : null;
        Count = group.Count;
        DeviceCount = group.Devices;
        Share = all == 0 ? 0 : (double)group.Count / all;
        ExpectedCount = group.Expected;
        Attempts = group.Attempts;
        Area = by == DisconnectGrouping.Area ? (TroubleArea)key.Number : null;
        MainCause = group.MainCause;
        MainTrouble = group.MainTrouble;
        First = new DateTimeOffset(group.First, TimeSpan.Zero);
        Last = new DateTimeOffset(group.Last, TimeSpan.Zero);
        MedianDowntime = group.Downtime.Median;
        TotalDowntime = group.Downtime.Total;
        OpenDowntime = group.Open == 0 ? null : TimeSum.Of(group.Open);
        Savings = new([.. group.Savings?.Build(group.Count) ?? []]);
    }

    /// <summary>What was summed up by.</summary>
    public DisconnectGrouping By { get; }

    /// <summary>
    /// The group: a cause, a device, a hub, a masked address, an SDK with its version, or an hour (UTC).
    /// </summary>
    public string Name { get; }

    /// <summary>The hub, where the grouping tells hubs apart; else null.</summary>
    public string? HubName { get; }

    /// <summary>The device, when summed up by device; else null.</summary>
    public string? DeviceId { get; }

    /// <summary>The module, when summed up by device; null for the device itself.</summary>
    public string? ModuleId { get; }

    /// <summary>The cause, when summed up by cause; else null.</summary>
    public CauseName? Cause { get; }

    /// <summary>Whose side it is on, when summed up by area; else null.</summary>
    public TroubleArea? Area { get; }

    /// <summary>The group's most frequent cause.</summary>
    public CauseName MainCause { get; }

    /// <summary>
    /// The cause that cost most time of those that were not expected, where each disconnect counts a minute at least;
    /// of a lone device that is away, what keeps it away. Null where all were expected.
    /// </summary>
    public CauseName? MainTrouble { get; }

    /// <summary>Disconnects.</summary>
    public long Count { get; }

    /// <summary>Refused attempts to connect, of which a run counts as one disconnect.</summary>
    public long Attempts { get; }

    /// <summary>Devices and modules that disconnected.</summary>
    public int DeviceCount { get; }

    /// <summary>The group's part of all disconnects, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>
    /// Disconnects that belong to normal operation: their cause does, and the device was back in time.
    /// </summary>
    public long ExpectedCount { get; }

    /// <summary>True where all of them belong to normal operation, false where none does, null where some do.</summary>
    public bool? IsExpected =>
        ExpectedCount == Count ? true
        : ExpectedCount == 0 ? false
        : null;

    /// <summary>The first of them, UTC.</summary>
    public DateTimeOffset First { get; }

    /// <summary>The last of them, UTC.</summary>
    public DateTimeOffset Last { get; }

    /// <summary>
    /// Half of the downtimes were shorter, to within 1 %. Each is a disconnect's whole one, also what others share with
    /// it and have in their <see cref="TotalDowntime"/>, which so may be less. Null where no device was seen to come
    /// back.
    /// </summary>
    public TimeSpan? MedianDowntime { get; }

    /// <summary>
    /// The time that devices were away, of disconnects that a connection followed. Time that several disconnects of a
    /// device share counts once: from the first refusal after a close on, it is the refusals'. An hour has all of the
    /// time of the disconnects that began in it, and so may have more than its devices were away within it. Null where
    /// no device was seen to come back; the longest time span where it is more than that.
    /// </summary>
    public TimeSpan? TotalDowntime { get; }

    /// <summary>
    /// The time that devices had been away at the end of the log which it is trouble that they were; it goes on, and is
    /// not in <see cref="TotalDowntime"/>. Null where no device was.
    /// </summary>
    public TimeSpan? OpenDowntime { get; }

    /// <summary>
    /// What longer token lifetimes, AMQP or X.509 certificates would save of them, each on its own: estimates.
    /// Empty where they would save nothing.
    /// </summary>
    public TextList<DisconnectSaving> Savings { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count}";
}
