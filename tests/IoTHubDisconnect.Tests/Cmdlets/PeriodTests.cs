using System.Collections;
using System.Globalization;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>Whatever period is asked for, the answer is what the log has of it, or why that is nothing.</summary>
public sealed class PeriodTests : IDisposable
{
    private const string Old = "the report of yesterday";
    private const string Covered = "2026-11-16 00:00:00Z to 2026-11-17 07:45:10Z";

    private static readonly DateTimeOffset First = At("2026-11-16T00:00:00Z"),
        Newest = At("2026-11-17T07:45:10Z");

    private static readonly DateTimeOffset?[] Moments =
    [
        null,
        DateTimeOffset.MinValue,
        At("2020-01-01T00:00:00Z"),
        First,
        At("2026-11-16T03:00:00Z"),
        Newest,
        Newest.AddTicks(1),
        At("2027-01-01T00:00:00Z"),
        DateTimeOffset.MaxValue,
    ];

    private static readonly TimeSpan?[] Lengths =
    [
        null,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromHours(5),
        TimeSpan.FromDays(100_000),
        TimeSpan.MaxValue,
    ];

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();
    private readonly DateTimeOffset[] _times;

    public PeriodTests()
    {
        _folder.Write("log.json", TinyLog.Rows);
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        var all = _session.Run("Get-DeviceDisconnect ./log.json").Clean().As<DeviceDisconnect>();
        _times = [.. all.Select(d => d.Time)];
    }

    [Fact]
    public void Get_gives_what_is_in_it() =>
        Check("Get-DeviceDisconnect ./log.json @period", outcome => outcome.Output.Count);

    [Fact]
    public void Measure_counts_what_is_in_it() =>
        Check(
            "Measure-DisconnectCause ./log.json @period",
            outcome => outcome.As<DisconnectSummary>().Sum(s => s.Count)
        );

    [Fact]
    public void The_report_is_of_what_is_in_it_and_one_of_nothing_leaves_the_file_alone() =>
        Check(
            "Export-DisconnectReport ./log.json ./report.md -PassThru @period",
            outcome =>
            {
                var isLeft = File.ReadAllText(_folder.PathOf("report.md")) == Old;
                Assert.Equal(
                    isLeft,
                    outcome.Warnings.Any(w => w.Contains("is left as it was", StringComparison.Ordinal))
                );
                Assert.Equal(isLeft, outcome.Output.Count == 0);
                return outcome.As<DisconnectReport>().Sum(r => r.Count);
            }
        );

    [Fact]
    public void The_comparison_is_with_what_is_in_it() =>
        Check(
            "Compare-DisconnectCause ./log.json @period",
            outcome => outcome.As<DisconnectComparison>().Sum(c => c.DifferenceCount),
            "NothingToCompareWith",
            isHalved: true
        );

    [Fact]
    public void An_alert_rule_learns_from_what_is_in_it() =>
        Check(
            "$found = Get-DeviceDisconnect ./log.json @period; "
                + "$null = $found | New-DisconnectAlertRule ./alert.bicep -Force -WarningAction Ignore; $found",
            outcome => outcome.Output.Count,
            "EmptyBaseline"
        );

    [Theory]
    [InlineData("Compare-DisconnectCause ./log.json -StartTime 2027-01-01Z", $"{Covered}: it covers nothing")]
    [InlineData("Export-DisconnectReport ./log.json ./a.html -EndTime 2020-01-01Z", $"{Covered}: it covers nothing")]
    [InlineData("Export-DisconnectReport ./log.json ./new.html -DeviceId nosuch", "Case matters in device ids")]
    public void What_the_log_covers_is_said(string command, string words) =>
        Assert.Contains(words, Assert.Single(_session.Run(command).Warnings));

    [Theory]
    [InlineData("Compare-DisconnectCause ./log.json -Last 4h -ReferenceStartTime 2027-01-01Z", Covered)]
    [InlineData("Compare-DisconnectCause -WorkspaceId $id -StartTime 2999-01-01Z", "(2999-01-01 00:00:00Z) later")]
    [InlineData("Measure-DisconnectCause -WorkspaceId $id -StartTime 2999-01-01Z", "(2999-01-01 00:00:00Z) later")]
    public void No_message_names_a_time_that_nobody_gave(string command, string words) =>
        Assert.Contains(words, _session.Run(command, ("id", Guid.Empty)).TheError.Exception.Message);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    /// <param name="script">Asks for <c>@period</c>.</param>
    /// <param name="count">How many disconnects the answer is of.</param>
    /// <param name="refusal">The error that may end it where the period itself makes sense.</param>
    /// <param name="isHalved">Without a begin, it takes the later half of the log.</param>
    private void Check(string script, Func<Outcome, long> count, string? refusal = null, bool isHalved = false)
    {
        var all = from start in Moments from end in Moments from last in Lengths select (start, end, last);
        foreach (var (start, end, last) in all)
        {
            File.WriteAllText(_folder.PathOf("report.md"), Old);
            var period = Given(("StartTime", start), ("EndTime", end), ("Last", last));
            var outcome = _session.Run(script, ("period", period));
            var asked = $"-StartTime {start:o} -EndTime {end:o} -Last {last}";
            var wrong =
                last is not null && start is not null ? "TwoPeriodStarts"
                : end <= start ? "EmptyPeriod"
                : null;
            if (wrong is not null || IsRefused(outcome))
                AssertRefused(outcome, wrong ?? refusal, asked);
            else if (!isHalved || start is not null || last is not null)
                AssertCount(BeginOf(start, end, last), end, outcome, count(outcome), asked);
        }
    }

    private static DateTimeOffset? BeginOf(DateTimeOffset? start, DateTimeOffset? end, TimeSpan? last) =>
        last is { } length ? new DateTime(Math.Max(0, (end ?? Newest).Ticks - length.Ticks), DateTimeKind.Utc) : start;

    private void AssertCount(DateTimeOffset? begin, DateTimeOffset? end, Outcome outcome, long count, string asked)
    {
        var expected = _times.Count(time => !(time < begin) && !(time >= end));
        Assert.True(expected == count, $"{asked}: {count}, not {expected}. {string.Join(' ', outcome.Warnings)}");
        Assert.True(expected > 0 || outcome.Output.Count > 0 || outcome.Warnings.Count > 0, $"{asked}: silence");
    }

    private static void AssertRefused(Outcome outcome, string? id, string asked)
    {
        Assert.True(IsRefused(outcome), $"{asked}: taken");
        var error = outcome.Thrown?.ErrorRecord ?? outcome.Errors[0];
        Assert.True(error.FullyQualifiedErrorId.StartsWith($"{id},", StringComparison.Ordinal), $"{asked}: {error}");
    }

    private static bool IsRefused(Outcome outcome) => outcome.Thrown is not null || outcome.Errors.Count > 0;

    private static Hashtable Given(params (string Name, object? Value)[] all) =>
        new(all.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
