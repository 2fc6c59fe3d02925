using System.Globalization;
using static IoTHubDisconnect.Core.Tests.Quality.PressRows;

namespace IoTHubDisconnect.Core.Tests.Quality;

/// <summary>
/// Logs that lack columns or rows, in all clothes: what they cannot tell is said, and nothing is made of it.
/// </summary>
public sealed class IncompleteLogTests
{
    public static TheoryData<string> Dialects => [.. LogDialect.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Without_outcome_no_close_is_surely_expected(string name)
    {
        using var log = Of(name).Read([.. Sessions(40, minutes: 65).Select(row => Row(row.Time, row.Operation))]);
        Assert.Equal(80, log.Quality.UntoldCount);
        Assert.Contains("ResultType", log.Quality.Warning, StringComparison.Ordinal);
        var causes = LogDialect.CausesOf(log);
        Assert.Equal(40, causes.Length);
        Assert.All(
            causes,
            cause => Assert.True(!cause.IsExpected || cause.Confidence <= 0.8, $"{cause} {cause.Reason}")
        );
        Assert.All(causes, cause => Assert.Null(cause.ErrorCode));
    }

    /// <summary>Some exports leave out what is empty: there, a row that names no error is none.</summary>
    [Fact]
    public void A_log_that_names_the_results_of_errors_alone_tells_orderly_closes()
    {
        var rows = Sessions(40, minutes: 48)
            .Select(
                (row, i) =>
                    i == 61 ? Row(row.Time, row.Operation, ("ResultType", "404104")) : Row(row.Time, row.Operation)
            );
        using var log = Of("JSON lines").Read([.. rows]);

        Assert.Equal(0, log.Quality.UntoldCount);
        Assert.Equal(1, LogDialect.CausesOf(log).Count(cause => cause.ErrorCode == 404104));
        Assert.All(
            LogDialect.CausesOf(log).Where(cause => cause.ErrorCode is null),
            cause => Assert.True(cause.Cause is CauseName.ClientClosed or CauseName.SasTokenRenewed, $"{cause}")
        );
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void The_status_of_the_properties_tells_errors(string name)
    {
        using var log = Of(name)
            .Read([
                .. Sessions(40, minutes: 65)
                    .Select(row =>
                        Row(row.Time, row.Operation, status: row.Operation == "deviceDisconnect" ? "404" : null)
                    ),
            ]);
        Assert.All(LogDialect.CausesOf(log), cause => Assert.Equal(404104, cause.ErrorCode));
    }

    [Theory]
    [InlineData("404", "", 80)]
    [InlineData(null, "", 80)]
    [InlineData("404", "404104", 0)]
    public void Errors_that_have_no_code_are_told(string? status, string code, int uncoded)
    {
        using var log = Of("CSV")
            .Read([
                .. Sessions(40, minutes: 65)
                    .Select(row => Row(row.Time, row.Operation, status, ("ResultType", code), ("Level", "Error"))),
            ]);
        Assert.Equal(uncoded, log.Quality.UncodedCount);
        Assert.Equal(uncoded > 0, log.Quality.LacksCodes);
        Assert.Equal(uncoded > 0, log.Quality.Warning.Contains("have no code", StringComparison.Ordinal));
        Assert.DoesNotContain(LogDialect.CausesOf(log), cause => cause.Cause == CauseName.DeviceNotFound);
    }

    /// <summary>400 is of a second client or of the hub's upgrade, 403 of a quota or of a disabled device.</summary>
    [Theory]
    [InlineData("400")]
    [InlineData("403")]
    [InlineData("409")]
    public void A_status_of_several_causes_names_none(string status)
    {
        using var log = Of("JSON lines")
            .Read([
                .. Sessions(40, minutes: 9)
                    .Select(row =>
                        Row(row.Time, row.Operation, status: row.Operation == "deviceDisconnect" ? status : null)
                    ),
            ]);
        Assert.All(LogDialect.CausesOf(log), cause => Assert.Equal(CauseName.Unknown, cause.Cause));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Without_connects_the_closings_still_tell_the_tokens_clock(string name)
    {
        using var log = Of(name)
            .Read([
                .. Sessions(40, minutes: 65)
                    .Where(row => row.Operation == "deviceDisconnect")
                    .Select(row => Row(row.Time, row.Operation, ("ResultType", "404104"), ("Level", "Error"))),
            ]);
        Assert.True(log.Quality.LacksConnects);
        Assert.Contains("no connects", log.Quality.Warning, StringComparison.Ordinal);
        var causes = LogDialect.CausesOf(log);
        Assert.All(causes, cause => Assert.DoesNotContain("Not seen again", cause.Reason, StringComparison.Ordinal));
        Assert.All(causes, cause => Assert.Null(cause.AwaySince));
        Assert.All(causes, cause => Assert.Equal(TimeSpan.FromHours(1), cause.Disconnect.Profile.TokenLifetime));
        Assert.True(
            causes.Count(cause => cause.Cause == CauseName.SasTokenExpired) >= 38,
            string.Join('\n', causes.GroupBy(c => c.Cause).Select(g => $"{g.Key} {g.Count()}"))
        );
    }

    [Fact]
    public void Other_operations_are_counted_and_told()
    {
        using var log = LogDialect
            .All[4]
            .Read([
                .. Sessions(3, 65)
                    .Select(row => Row(row.Time, row.Operation, ("Level", "Information"), ("Category", "Connections"))),
                .. Enumerable
                    .Range(0, 5)
                    .Select(i =>
                        Row(Start.AddMinutes(i), "devicePing", ("Level", "Information"), ("Category", "Connections"))
                    ),
            ]);
        Assert.Equal(5, log.Quality.OtherOperationCount);
        Assert.Contains("devicePing", log.Quality.Warning, StringComparison.Ordinal);
        Assert.Equal(6, log.RowCount);
    }

    [Theory]
    [InlineData(30_000, true)]
    [InlineData(29_999, false)]
    public void A_file_that_ends_at_a_limit_is_told(int rows, bool isCut)
    {
        (string, string)[][] both =
        [
            Row(Start.AddSeconds(1), "deviceConnect", ("Level", "Information")),
            Row(Start.AddMinutes(9.1), "deviceDisconnect", ("Level", "Information")),
        ];
        using var log = LogDialect.All[0].Read([.. Enumerable.Range(0, rows).Select(i => both[i % 2])]);
        Assert.Equal(isCut, log.Quality.CutFileCount == 1);
        Assert.Equal(!isCut, log.Quality.IsComplete);
    }

    /// <summary>As written by the service, and as a spreadsheet saves it in the one or the other country.</summary>
    [Theory]
    [InlineData("M/d/yyyy H:mm", 25, true)]
    [InlineData("dd.MM.yyyy HH:mm", 25, true)]
    [InlineData("yyyy-MM-dd HH:mm:00", 25, true)]
    [InlineData("M/d/yyyy H:mm", 24, false)]
    [InlineData("M/d/yyyy H:mm:ss", 25, false)]
    [InlineData("O", 25, false)]
    public void Times_without_seconds_are_told(string format, int sessions, bool isTold)
    {
        using var log = Of("CSV")
            .Read([
                .. Sessions(sessions, minutes: 65)
                    .Select(row =>
                        (
                            ((string, string)[])
                                [
                                    ("TimeGenerated", row.Time.ToString(format, CultureInfo.InvariantCulture)),
                                    .. Row(row.Time, row.Operation, ("ResultType", ""))[1..],
                                ]
                        )
                    ),
            ]);
        Assert.Equal(isTold ? 1 : 0, log.Quality.CoarseFileCount);
        Assert.Equal(isTold, log.Quality.Warning.Contains("no seconds", StringComparison.Ordinal));
        Assert.Equal(!isTold, log.Quality.IsComplete);
    }

    [Fact]
    public void A_log_of_which_rows_are_missing_is_told()
    {
        var rows = Sessions(60, minutes: 65).Where((row, i) => row.Operation == "deviceDisconnect" || i % 6 == 0);
        using var log = LogDialect
            .All[0]
            .Read([
                .. rows.Select(row =>
                    Row(row.Time, row.Operation, ("ResultType", row.Operation == "deviceDisconnect" ? "404104" : ""))
                ),
            ]);
        Assert.True(log.Quality.HasGaps);
        Assert.Contains("both ends", log.Quality.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_ends_of_sessions_is_told()
    {
        using var log = LogDialect
            .All[0]
            .Read([
                .. Sessions(4, minutes: 65)
                    .Where(row => row.Operation == "deviceConnect")
                    .Select(row => Row(row.Time, row.Operation, ("Level", "Information"))),
            ]);
        Assert.True(log.Quality.LacksClosings);
        Assert.Contains("no end of a session", log.Quality.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, "one device")]
    [InlineData(2, "covers 2 h")]
    public void What_a_small_log_does_not_show_is_said(int sessions, string limit)
    {
        using var log = LogDialect
            .All[0]
            .Read([.. Sessions(sessions, 65).Select(row => Row(row.Time, row.Operation, ("ResultType", "")))]);
        Assert.Equal(1, log.Quality.DeviceCount);
        Assert.Contains(limit, log.Quality.Limits, StringComparison.Ordinal);
        Assert.True(log.Quality.IsComplete);
    }

    [Fact]
    public void A_whole_log_is_complete()
    {
        using var log = LogDialect
            .All[0]
            .Read([.. Sessions(40, 65).Select(row => Row(row.Time, row.Operation, ("ResultType", "")))]);
        Assert.True(log.Quality.IsComplete);
        Assert.Empty(log.Quality.Warning);
    }

    private static LogDialect Of(string name) => LogDialect.All.Single(d => d.Name == name);

    private static IEnumerable<(DateTime Time, string Operation)> Sessions(int count, int minutes) =>
        Enumerable
            .Range(0, count)
            .SelectMany(i =>
                ((DateTime, string)[])[(At(i), "deviceConnect"), (At(i).AddMinutes(minutes), "deviceDisconnect")]
            );

    private static DateTime At(int session) => Start + session * (TimeSpan.FromMinutes(65) + TimeSpan.FromSeconds(4));
}
