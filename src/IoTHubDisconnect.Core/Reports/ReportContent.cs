using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>Everything that a report says, in figures.</summary>
internal sealed class ReportContent
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

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
        Activities = [.. figures.Activities.OrderBy(h => h.HubName, StringComparer.OrdinalIgnoreCase)];
        Count = Causes.Sum(c => c.Count);
        ExpectedCount = Causes.Sum(c => c.ExpectedCount);
        DisconnectedCount = Hubs.Sum(h => h.DeviceCount);
        DeviceCount = Math.Max(source.DeviceCount ?? 0, DisconnectedCount);
        Savings = [.. figures.Savings.Build(Count)];
        Lost = figures.Devices.Lost;
        Outages = figures.Outages;
        LostRows = figures.LostRows;
        Title = string.IsNullOrWhiteSpace(title) ? TitleOf(language) : title;
        if (Activities.Count == 0)
            return;
        (Start, End) = PeriodOf(figures);
        Scale = new TimeScale(Start.Value, End.Value);
        Timeline = figures.Timeline.On(Scale);
        var metric = ConnectedMetric.On(Scale, Activities);
        IsConnectedOfMetric = metric is not null;
        Connected =
            metric ?? figures.Connected.On(Scale, Activities.Min(h => h.FirstRow), Activities.Max(h => h.LastRow));
        Incidents = figures.Incidents.Find(Activities, Start.Value, End.Value);
        Attention = figures.Devices.NeedingAttention(End.Value - Start.Value);
    }

    public ReportSource Source { get; }

    public string Title { get; }

    /// <summary>How many devices are shown in full.</summary>
    public int Top { get; }

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

    public IReadOnlyList<DisconnectSaving> Savings { get; }

    public IReadOnlyList<HubActivity> Activities { get; }

    /// <summary>Counts for each step of the scale, as <see cref="CauseTimeline.NumberOf"/> has them.</summary>
    public IReadOnlyList<int[]> Timeline { get; } = [];

    /// <summary>Devices connected on average in each step of the scale.</summary>
    public IReadOnlyList<double> Connected { get; } = [];

    /// <summary>The numbers of connected devices are the hubs' metric, not what the rows show.</summary>
    public bool IsConnectedOfMetric { get; }

    public IReadOnlyList<HubIncident> Incidents { get; } = [];

    /// <summary>The devices that need attention, the worst first.</summary>
    public IReadOnlyList<DeviceFigures> Attention { get; } = [];

    public SiteOutages Outages { get; }

    public LostRows LostRows { get; }

    public long Count { get; }

    public long ExpectedCount { get; }

    /// <summary>The downtime of disconnects that were not expected.</summary>
    public TimeSpan Lost { get; }

    /// <summary>Devices and modules that the report is about.</summary>
    public int DeviceCount { get; }

    /// <summary>Devices and modules that disconnected.</summary>
    public int DisconnectedCount { get; }

    public int AttentionCount => Attention.Count;

    private string TitleOf(ReportLanguage language) =>
        Activities.Count switch
        {
            0 => language["title.none"],
            <= 3 => language.Format(
                "title.hubs",
                string.Join(", ", Activities.Select(h => h.HubName).Distinct(StringComparer.OrdinalIgnoreCase))
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
