using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>Gathers the figures of a report while causes go by; keeps neither disconnects nor causes.</summary>
/// <param name="top">How many devices are shown in full.</param>
/// <param name="devicesReturn">Disconnects of one device may come apart from each other, so that devices are to be
/// remembered by name.</param>
internal sealed class ReportBuilder(int top, bool devicesReturn)
{
    private readonly HashSet<(string Hub, string Device, string? Module)>? _seen = devicesReturn ? [] : null;
    private DeviceProfile? _lastDevice;

    public SummaryBuilder Causes { get; } = new(DisconnectGrouping.Cause, devicesReturn);

    public SummaryBuilder Hubs { get; } = new(DisconnectGrouping.Hub, devicesReturn);

    public SummaryBuilder Sites { get; } = new(DisconnectGrouping.Site, devicesReturn);

    public SummaryBuilder Sdks { get; } = new(DisconnectGrouping.Sdk, devicesReturn);

    public CauseTimeline Timeline { get; } = new();

    public ConnectedTally Connected { get; } = new();

    public IncidentTally Incidents { get; } = new();

    public LostRows LostRows { get; } = new();

    public TroubledDevices Devices { get; } = new(top, devicesReturn);

    public SavingsTally Savings { get; } = new();

    public SiteOutages Outages { get; } = new();

    public HashSet<HubActivity> Activities { get; } = [];

    /// <summary>The first disconnect, UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The last disconnect, UTC ticks.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>
    /// Whether no device that is wanted was met at all: there is nothing to report on, not even quiet.
    /// </summary>
    public bool IsEmpty => Activities.Count == 0;

    /// <summary>A device that is wanted, whether any of its disconnects are or not.</summary>
    public void Meet(DeviceProfile device, HubActivity hub)
    {
        if (ReferenceEquals(device, _lastDevice))
            return;
        _lastDevice = device;
        if (_seen?.Add((hub.HubName, device.DeviceId, device.ModuleId)) == false)
            return;
        Activities.Add(hub);
        Connected.Add(device, hub);
        LostRows.Add(device);
    }

    public void Add(DisconnectCause cause) =>
        Add(
            cause.Disconnect.Profile,
            cause.Disconnect.Index,
            cause.Disconnect.Hub,
            cause.Options,
            cause.Cause,
            cause.IsExpected,
            cause.Scope
        );

    public void Add(
        DeviceProfile device,
        int index,
        HubActivity hub,
        ResolveOptions options,
        CauseName cause,
        bool isExpected
    ) =>
        Add(
            device,
            index,
            hub,
            options,
            cause,
            isExpected,
            CauseResolver.ScopeOf(cause, new DisconnectFacts(device, index, hub, options))
        );

    private void Add(
        DeviceProfile device,
        int index,
        HubActivity hub,
        ResolveOptions options,
        CauseName cause,
        bool isExpected,
        DisconnectScope scope
    )
    {
        Meet(device, hub);
        Causes.Add(device, index, hub, cause, isExpected, options.TokenLifetime);
        Hubs.Add(device, index, hub, cause, isExpected, options.TokenLifetime);
        Sites.Add(device, index, hub, cause, isExpected, options.TokenLifetime);
        Sdks.Add(device, index, hub, cause, isExpected, options.TokenLifetime);
        ref readonly var record = ref device.Records[index];
        First = Math.Min(First, record.Time);
        Last = Math.Max(Last, record.Time);
        Timeline.Add(record.Time, cause, isExpected);
        if (IncidentTally.IsOfHub(cause))
            Incidents.Add(hub, record.Time, cause);
        if (SavingsTally.Concerns(cause))
            Savings.Add(device, index, 1, options.TokenLifetime);
        var isOfSite = scope == DisconnectScope.Site;
        if (isOfSite)
            Outages.Add(device, index, hub);
        Devices.Add(device, index, hub, options, cause, isExpected, isOfSite);
    }

    /// <summary>Adds the figures of other devices.</summary>
    public void Add(ReportBuilder other)
    {
        Causes.Add(other.Causes);
        Hubs.Add(other.Hubs);
        Sites.Add(other.Sites);
        Sdks.Add(other.Sdks);
        Timeline.Add(other.Timeline);
        Connected.Add(other.Connected);
        Incidents.Add(other.Incidents);
        LostRows.Add(other.LostRows);
        Devices.Add(other.Devices);
        Savings.Add(other.Savings);
        Outages.Add(other.Outages);
        Activities.UnionWith(other.Activities);
        First = Math.Min(First, other.First);
        Last = Math.Max(Last, other.Last);
    }
}
