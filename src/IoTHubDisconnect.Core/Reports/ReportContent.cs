using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>Everything that a report says, in figures.</summary>
internal sealed class ReportContent
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <param name="figures">The figures.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="language">The language of the title.</param>
    /// <param name="title">The title; null for the names of the hubs.</param>
    /// <param name="top">How many outages and devices are shown in full.</param>
    /// <param name="cancellation">Stops it.</param>
    public ReportContent(
        ReportBuilder figures,
        ReportSource source,
        ReportLanguage language,
        string? title,
        int top,
        CancellationToken cancellation = default
    )
    {
        Source = source;
        Top = top;
        Causes = figures.Causes.Build(cancellation);
        Hubs = figures.Hubs.Build(cancellation);
        Sites = figures.Sites.Build(cancellation);
        Sdks = figures.Sdks.Build(cancellation);
        Areas =
        [
            .. figures.Areas.Build(cancellation).OrderBy(a => a.Area == TroubleArea.Expected).ThenByDescending(DownOf),
        ];
        Activities = [.. figures.Activities.OrderBy(h => h.HubName, StringComparer.OrdinalIgnoreCase)];
        Count = Causes.Sum(c => c.Count);
        ExpectedCount = Causes.Sum(c => c.ExpectedCount);
        DisconnectedCount = Hubs.Sum(h => h.DeviceCount);
        DeviceCount = Math.Max(source.DeviceCount ?? 0, DisconnectedCount);
        Savings = [.. figures.Savings.Build(Count)];
        Lost = figures.Devices.Lost;
        Open = figures.Devices.Open;
        MainTrouble = figures.Trouble.Build(cancellation).Where(t => DownOf(t) > 0).MaxBy(DownOf);
        PausedCount = figures.Devices.PausedCount;
        AwayOnlyCount = figures.AwayOnlyCount;
        KnowsAbsences = figures.KnowsAbsences;
        Outages = figures.Outages;
        LostRows = figures.LostRows;
        Title = string.IsNullOrWhiteSpace(title) ? TitleOf(language) : title;
        LastMoment = source.End;
        if (Activities.Count == 0)
            return;
        var logEnd = Activities.Max(h => h.LastRow);
        IsOfPast = figures.Reported.End < logEnd.UtcTicks;
        LastMoment = IsOfPast ? new DateTimeOffset(figures.Reported.End, TimeSpan.Zero) : logEnd;
        (Start, End) = PeriodOf(figures);
        Scale = new TimeScale(Start.Value, End.Value);
        Timeline = figures.Timeline.On(Scale);
        var metric = ConnectedMetric.On(Scale, Activities);
        IsConnectedOfMetric = metric is not null;
        Connected = metric ?? figures.Connected.On(Scale, Activities.Min(h => h.FirstRow), LastMoment.Value);
        Devices = figures.Devices.Judge(End.Value - Start.Value);
        Incidents =
        [
            .. figures
                .Incidents.Find(Activities, Start.Value, End.Value)
                .Select(i => i with { IsOver = i.IsOver && StillGone(i) < IncidentTally.Least }),
        ];
    }

    public ReportSource Source { get; }

    public string Title { get; }

    /// <summary>How many outages and devices are shown in full.</summary>
    public int Top { get; }

    /// <summary>
    /// The newest row, or the end of the time reported where that is sooner: who is not back by then is away. Null
    /// where there is nothing to report.
    /// </summary>
    public DateTimeOffset? LastMoment { get; }

    /// <summary>The log goes on after the time reported.</summary>
    public bool IsOfPast { get; }

    /// <summary>Null where there is nothing to report.</summary>
    public DateTimeOffset? Start { get; }

    /// <summary>Null where there is nothing to report.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>Null where there is nothing to report.</summary>
    public TimeScale? Scale { get; }

    public IReadOnlyList<DisconnectSummary> Causes { get; }

    public IReadOnlyList<DisconnectSummary> Hubs { get; }

    public IReadOnlyList<DisconnectSummary> Sites { get; }

    public IReadOnlyList<DisconnectSummary> Sdks { get; }

    /// <summary>By whose side they are on, the most time lost first, and normal operation last.</summary>
    public IReadOnlyList<DisconnectSummary> Areas { get; }

    public IReadOnlyList<DisconnectSaving> Savings { get; }

    public IReadOnlyList<HubActivity> Activities { get; }

    /// <summary>Counts for each step of the scale, as <see cref="CauseTimeline"/> numbers them.</summary>
    public IReadOnlyList<int[]> Timeline { get; } = [];

    /// <summary>Devices connected on average in each step of the scale.</summary>
    public IReadOnlyList<double> Connected { get; } = [];

    /// <summary>The numbers of connected devices are the hubs' metric, not what the rows show.</summary>
    public bool IsConnectedOfMetric { get; }

    public IReadOnlyList<HubIncident> Incidents { get; } = [];

    /// <summary>The devices that are away or need attention, the worst first.</summary>
    public JudgedDevices Devices { get; } = JudgedDevices.None;

    public SiteOutages Outages { get; }

    public LostRows LostRows { get; }

    public long Count { get; }

    public long ExpectedCount { get; }

    /// <summary>The downtime of disconnects that were not expected, where it is over.</summary>
    public TimeSpan Lost { get; }

    /// <summary>The downtime of devices that are away and should not be; null where none is.</summary>
    public TimeSpan? Open { get; }

    /// <summary>What was not expected of the cause that cost most time; null where none is known to.</summary>
    public DisconnectSummary? MainTrouble { get; }

    /// <summary>Devices that are away as they usually are from time to time.</summary>
    public int PausedCount { get; }

    /// <summary>Devices that were away when the time began, and have no disconnect in it.</summary>
    public int AwayOnlyCount { get; }

    /// <summary>
    /// Whether all that are away are known; else only those are looked at whose disconnects are reported.
    /// </summary>
    public bool KnowsAbsences { get; }

    /// <summary>Devices that are there at the last moment.</summary>
    public int ConnectedCount =>
        DeviceCount - AwayCount - Devices.MayReturnCount - Devices.PlannedAwayCount - PausedCount;

    /// <summary>The devices that were away when the time began, and came back, the longest away first.</summary>
    public IEnumerable<DeviceFigures> AwayBefore =>
        Devices.All.Select(d => d.Figures).Where(d => d.WasAway).OrderByDescending(d => d.Before!.Time);

    /// <summary>Devices and modules that the report is about.</summary>
    public int DeviceCount { get; }

    /// <summary>Devices and modules that disconnected.</summary>
    public int DisconnectedCount { get; }

    public int AttentionCount => Devices.AttentionCount;

    public int AwayCount => Devices.AwayCount;

    public long UnexpectedCount => Count - ExpectedCount;

    private static Int128 DownOf(DisconnectSummary sum) =>
        (Int128)sum.TotalDowntime.GetValueOrDefault().Ticks + sum.OpenDowntime.GetValueOrDefault().Ticks;

    private int StillGone(HubIncident incident) => Devices.Gone.Where(g => g.IsOf(incident)).Sum(g => g.Devices.Count);

    private string TitleOf(ReportLanguage language) =>
        Activities.Count switch
        {
            0 => language["title.none"],
            <= 3 => language.Format(
                "title.hubs",
                string.Join(
                    ", ",
                    Activities
                        .Select(h => HubText.InSentence(h.HubName, language))
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                )
            ),
            _ => language.Format("title.many", Activities.Count),
        };

    /// <summary>
    /// The time asked for; where none was, the time of the disconnects, up to the log's ends where these are near.
    /// </summary>
    private (DateTimeOffset Start, DateTimeOffset End) PeriodOf(ReportBuilder figures)
    {
        var (first, last) = (Activities.Min(h => h.FirstRow), Activities.Max(h => h.LastRow));
        if (Source is { Start: { } askedStart, End: { } askedEnd })
        {
            var (from, to) = (askedStart > first ? askedStart : first, askedEnd < last ? askedEnd : last);
            // The hubs of the devices asked for may have no row in a time that others have.
            return from < to ? (from, to) : (askedStart, askedEnd);
        }
        var (start, end) = (
            new DateTimeOffset(figures.First, TimeSpan.Zero),
            new DateTimeOffset(figures.Last, TimeSpan.Zero)
        );
        return (start - first < Near ? first : start, last - end < Near ? last : end);
    }
}
