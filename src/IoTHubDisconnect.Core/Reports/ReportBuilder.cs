using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>Gathers the figures of a report while causes go by; keeps neither disconnects nor causes.</summary>
internal sealed class ReportBuilder(AttentionScope scope) : IVerdictVisitor<ReportBuilder>
{
    private readonly HashSet<(string Hub, string Device, string? Module)>? _seen = scope.DevicesReturn ? [] : null;
    private DeviceProfile? _lastDevice;
    private DeviceProfile? _lastAway;

    public SummaryBuilder Causes { get; } = new(DisconnectGrouping.Cause, scope.DevicesReturn);

    public SummaryBuilder Hubs { get; } = new(DisconnectGrouping.Hub, scope.DevicesReturn);

    public SummaryBuilder Sites { get; } = new(DisconnectGrouping.Site, scope.DevicesReturn);

    public SummaryBuilder Sdks { get; } = new(DisconnectGrouping.Sdk, scope.DevicesReturn);

    public SummaryBuilder Areas { get; } = new(DisconnectGrouping.Area, scope.DevicesReturn);

    public CauseTimeline Timeline { get; } = new();

    public ConnectedTally Connected { get; } = new();

    public IncidentTally Incidents { get; } = new();

    public LostRows LostRows { get; } = new();

    /// <summary>What was not expected, by cause.</summary>
    public SummaryBuilder Trouble { get; } = new(DisconnectGrouping.Cause, scope.DevicesReturn);

    public TroubledDevices Devices { get; } = new(scope);

    public SavingsTally Savings { get; } = new();

    public SiteOutages Outages { get; } = new();

    public HashSet<HubActivity> Activities { get; } = [];

    /// <summary>The first disconnect, UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The last disconnect, UTC ticks.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>
    /// Devices that were away when the time began, and have no disconnect in it.
    /// </summary>
    public int AwayOnlyCount { get; private set; }

    public ReportedTime Reported => scope.Reported;

    /// <summary>Whether all that are away are known, also by what is not reported.</summary>
    public bool KnowsAbsences => scope.Absences is not null;

    /// <summary>Whether no device that is wanted disconnected, or was away already.</summary>
    public bool IsQuiet => Causes.IsEmpty && AwayOnlyCount == 0;

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
        Devices.Meet(device, hub);
    }

    public ReportBuilder Split() => new(scope);

    public void MeetAway(in Verdict whole)
    {
        var verdict = whole.Within(scope.Reported);
        _lastAway = verdict.Facts.Device;
        AwayOnlyCount++;
        if (!verdict.IsExpected)
            Trouble.Visit(verdict);
        Devices.MeetAway(verdict);
    }

    public void Visit(in Verdict whole)
    {
        var verdict = whole.Within(scope.Reported);
        Meet(verdict.Facts.Device, verdict.Facts.Hub);
        if (ReferenceEquals(verdict.Facts.Device, _lastAway))
        {
            _lastAway = null;
            AwayOnlyCount--;
        }
        Causes.Visit(verdict);
        Hubs.Visit(verdict);
        Sites.Visit(verdict);
        Sdks.Visit(verdict);
        Areas.Visit(verdict);
        ref readonly var record = ref verdict.Facts.Record;
        First = Math.Min(First, record.Time);
        Last = Math.Max(Last, record.Time);
        Timeline.Add(record.Time, verdict.Cause, TroubleAreas.Of(verdict));
        if (HubTrouble.Includes(verdict.Cause))
            Incidents.Add(verdict);
        if (SavingsTally.Concerns(verdict.Cause))
            Savings.Add(verdict.Facts);
        if (verdict.Scope == DisconnectScope.Site)
            Outages.Add(verdict.Facts);
        if (!verdict.IsExpected)
            Trouble.Visit(verdict);
        Devices.Visit(verdict);
    }

    public void Merge(ReportBuilder other)
    {
        Causes.Merge(other.Causes);
        Hubs.Merge(other.Hubs);
        Sites.Merge(other.Sites);
        Sdks.Merge(other.Sdks);
        Areas.Merge(other.Areas);
        Timeline.Add(other.Timeline);
        Connected.Add(other.Connected);
        Incidents.Add(other.Incidents);
        LostRows.Add(other.LostRows);
        Trouble.Merge(other.Trouble);
        Devices.Merge(other.Devices);
        Savings.Add(other.Savings);
        Outages.Add(other.Outages);
        Activities.UnionWith(other.Activities);
        AwayOnlyCount += other.AwayOnlyCount;
        First = Math.Min(First, other.First);
        Last = Math.Max(Last, other.Last);
    }
}
