using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect;

/// <summary>A report that was written, and what it comes to.</summary>
public sealed class DisconnectReport
{
    internal DisconnectReport(
        string path,
        DisconnectReportFormat format,
        ReportContent content,
        ReportLanguage language
    )
    {
        FullName = path;
        Format = format;
        Title = content.Title;
        Headline = Story.Headline(content, language);
        Start = content.Start;
        End = content.End;
        Count = content.Count;
        ExpectedCount = content.ExpectedCount;
        DeviceCount = content.DeviceCount;
        AttentionCount = content.AttentionCount;
        AwayCount = content.AwayCount;
        MayReturnCount = content.Devices.MayReturnCount;
        PlannedCount = content.Devices.PlannedCount;
        OpenDowntime = content.Open;
    }

    /// <summary>The file.</summary>
    public string FullName { get; }

    /// <summary>The form it has.</summary>
    public DisconnectReportFormat Format { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>What it says first, in its own language.</summary>
    public string Headline { get; }

    /// <summary>The begin of the time reported, UTC; null where there was nothing to report.</summary>
    public DateTimeOffset? Start { get; }

    /// <summary>The end of the time reported, UTC; null where there was nothing to report.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>Disconnects.</summary>
    public long Count { get; }

    /// <summary>Disconnects that belong to normal operation.</summary>
    public long ExpectedCount { get; }

    /// <summary>
    /// Devices and modules that the log has rows of; where causes came by pipeline, those that have causes.
    /// </summary>
    public int DeviceCount { get; }

    /// <summary>Devices and modules that need attention.</summary>
    public int AttentionCount { get; }

    /// <summary>Devices and modules that were away at the end, and should not have been.</summary>
    public int AwayCount { get; }

    /// <summary>Devices and modules that had gone a short while before, and may be on their way back.</summary>
    public int MayReturnCount { get; }

    /// <summary>Disconnects that were not expected, but in times that were planned.</summary>
    public long PlannedCount { get; }

    /// <summary>
    /// How long those that are away at the end, or may return, had been away together; null where none was.
    /// </summary>
    public TimeSpan? OpenDowntime { get; }

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
