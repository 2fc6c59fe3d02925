using System.Collections;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>Whatever period is asked for, the answer is what the log has of it, or why that is nothing.</summary>
public sealed class PeriodTests : IDisposable
{
    private const string Old = "the report of yesterday";

    private static readonly DateTimeOffset First = At("2026-11-16T00:00:00Z"), Newest = At("2026-11-17T07:45:10Z");

    private static readonly DateTimeOffset?[] Moments =
    [
        null, DateTimeOffset.MinValue, At("2020-01-01T00:00:00Z"), First, At("2026-11-16T03:00:00Z"), Newest, Newest.AddTicks(1), At("2027-01-01T00:00:00Z"), DateTimeOffset.MaxValue,
    ];

    private static readonly TimeSpan?[] Lengths = [null, TimeSpan.FromSeconds(1), TimeSpan.FromHours(5), TimeSpan.FromDays(100_000), TimeSpan.MaxValue];

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();
    private readonly DateTimeOffset[] _times;

    public PeriodTests()
    {
        _folder.Write("log.json", TinyLog.Rows);
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        _times = [.. _session.Run("Get-DeviceDisconnect ./log.json").Clean().As<DeviceDisconnect>().Select(d => d.Time)];
    }

    [Fact]
    public void Get_gives_what_is_in_it() => Check("Get-DeviceDisconnect ./log.json @period", outcome => outcome.Output.Count);

    [Fact]
    public void Measure_counts_what_is_in_it() => Check("Measure-DisconnectCause ./log.json @period", outcome => outcome.As<DisconnectSummary>().Sum(s => s.Count));

    [Fact]
    public void The_report_is_of_what_is_in_it_and_of_nothing_leaves_the_file_alone() => Check("Export-DisconnectReport ./log.json ./report.md -PassThru @period", outcome =>
    {
        var isLeft = File.ReadAllText(_folder.PathOf("report.md")) == Old;
        Assert.Equal(isLeft, outcome.Warnings.Any(w => w.Contains("is left as it was", StringComparison.Ordinal)));
        Assert.Equal(isLeft, outcome.Output.Count == 0);
        return outcome.As<DisconnectReport>().Sum(r => r.Count);
    });

    [Fact]
    public void The_comparison_is_with_what_is_in_it() => Check("Compare-DisconnectCause ./log.json @period", outcome => outcome.As<DisconnectComparison>().Sum(c => c.DifferenceCount), "NothingToCompareWith");

    [Fact]
    public void An_alert_rule_learns_from_what_is_in_it() =>
        Check("$found = Get-DeviceDisconnect ./log.json @period; $null = $found | New-DisconnectAlertRule ./alert.bicep -Force -WarningAction Ignore; $found", outcome => outcome.Output.Count, "EmptyBaseline");

    [Theory]
    [InlineData("Compare-DisconnectCause ./log.json -StartTime 2027-01-01Z", "2026-11-16 00:00:00Z to 2026-11-17 07:45:10Z: it covers nothing of the period asked for")]
    [InlineData("Export-DisconnectReport ./log.json ./new.html -EndTime 2020-01-01Z", "2026-11-16 00:00:00Z to 2026-11-17 07:45:10Z: it covers nothing of the period asked for")]
    [InlineData("Export-DisconnectReport ./log.json ./new.html -DeviceId nosuch", "no disconnect among them is of the devices, codes and period asked for. Case matters in device ids")]
    public void What_the_log_covers_is_said(string command, string words) => Assert.Contains(words, Assert.Single(_session.Run(command).Warnings));

    [Theory]
    [InlineData("Compare-DisconnectCause ./log.json -Last 4h -ReferenceStartTime 2027-01-01Z", "2026-11-16 00:00:00Z to 2026-11-17 07:45:10Z")]
    [InlineData("Compare-DisconnectCause -WorkspaceId (New-Guid) -StartTime 2999-01-01Z", "begins (2999-01-01 00:00:00Z) later than now")]
    [InlineData("Measure-DisconnectCause -WorkspaceId (New-Guid) -StartTime 2999-01-01Z", "begins (2999-01-01 00:00:00Z) later than now")]
    public void No_message_names_a_time_that_nobody_gave(string command, string words) => Assert.Contains(words, _session.Run(command).TheError.Exception.Message);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private void Check(string script, Func<Outcome, long> count, string? refusal = null)
    {
        foreach (var (start, end, last) in from start in Moments from end in Moments from last in Lengths select (start, end, last))
        {
            File.WriteAllText(_folder.PathOf("report.md"), Old);
            var outcome = _session.Run(script, ("period", new Hashtable(Given(("StartTime", start), ("EndTime", end), ("Last", last)))));
            var asked = $"-StartTime {start:o} -EndTime {end:o} -Last {last}";
            if ((last is not null && start is not null ? "TwoPeriodStarts" : end <= start ? "EmptyPeriod" : null) is { } wrong) AssertRefused(outcome, wrong, asked);
            else if (outcome.Thrown is not null) AssertRefused(outcome, refusal, asked);
            else if (IsHalfOfTheLog(script, start, last)) Assert.Empty(outcome.Errors);
            else
            {
                var expected = _times.Count(time => time >= BeginOf(start, end, last) && !(time >= end));
                Assert.True(expected == count(outcome), $"{asked}: {count(outcome)} instead of {expected}. {string.Join(' ', outcome.Warnings)}");
                Assert.True(expected > 0 || outcome.Output.Count > 0 || outcome.Warnings.Count > 0, $"{asked}: silence");
            }
        }
    }

    /// <summary>Without a begin, the later half of a log is compared with the earlier one.</summary>
    private static bool IsHalfOfTheLog(string script, DateTimeOffset? start, TimeSpan? last) => script.StartsWith("Compare", StringComparison.Ordinal) && start is null && last is null;

    private static DateTimeOffset BeginOf(DateTimeOffset? start, DateTimeOffset? end, TimeSpan? last) =>
        last is not { } length ? start ?? DateTimeOffset.MinValue : (end ?? Newest) - DateTimeOffset.MinValue > length ? (end ?? Newest) - length : DateTimeOffset.MinValue;

    private static void AssertRefused(Outcome outcome, string? id, string asked) =>
        Assert.True(outcome.Thrown is not null && outcome.TheError.FullyQualifiedErrorId.StartsWith($"{id},", StringComparison.Ordinal), $"{asked}: {outcome.Thrown?.ErrorRecord.FullyQualifiedErrorId ?? "taken"}");

    private static Dictionary<string, object> Given(params (string Name, object? Value)[] all) => all.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value!);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
