using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

public sealed class FilterTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public FilterTests()
    {
        Device upper = new("Pump-1"), lower = new("pump-1"), other = new("valve[2]");
        _session.Runspace.SessionStateProxy.SetVariable("log", _folder.Write("log.json",
            upper.Connect("00:10"), upper.Lose("01:00", 404104, "DeviceConnectionClosedRemotely"), upper.Connect("01:01"), upper.Lose("02:00", 404104, "DeviceConnectionClosedRemotely"), upper.Refuse("02:00:01", 401003, "IotHubUnauthorized"), upper.Connect("02:00:03"),
            lower.Connect("00:10"), lower.Close("03:00"),
            other.Refuse("03:30", 403012, "DeviceDisabled"), other.Refuse("04:00", 403012, "DeviceDisabled")));
    }

    [Theory]
    [InlineData("", "Pump-1 Pump-1 pump-1 valve[2]")]
    [InlineData("-DeviceId Pump-1", "Pump-1 Pump-1")]
    [InlineData("-DeviceId pump*", "pump-1")]
    [InlineData("-DeviceId ?ump-1", "Pump-1 Pump-1 pump-1")]
    [InlineData("-DeviceId [Pv]*", "Pump-1 Pump-1 valve[2]")]
    [InlineData("-DeviceId 'valve`[2`]', pump-1", "pump-1 valve[2]")]
    public void Devices_go_by_wildcards_and_case_matters(string filter, string devices) => Check(filter, devices);

    [Theory]
    [InlineData("-ErrorCode 404104", "Pump-1 Pump-1")]
    [InlineData("-ErrorCode 401003", "Pump-1")]
    [InlineData("-ErrorCode 403012, 401003", "Pump-1 valve[2]")]
    [InlineData("-ErrorCode 404104 -DeviceId pump*", "")]
    public void A_code_counts_wherever_a_disconnect_has_it(string filter, string devices) => Check(filter, devices);

    [Theory]
    [InlineData("-StartTime 2026-11-16T02:00Z", "Pump-1 pump-1 valve[2]")]
    [InlineData("-StartTime 2026-11-16T04:00+02:00 -EndTime 2026-11-16T03:00Z", "Pump-1")]
    [InlineData("-EndTime 2026-11-16T02:00Z", "Pump-1")]
    [InlineData("-StartTime ([datetimeoffset]'2026-11-16T03:00Z')", "pump-1 valve[2]")]
    [InlineData("-Last 1h", "pump-1 valve[2]")]
    [InlineData("-Last 1h -EndTime 2026-11-16T02:30Z", "Pump-1")]
    public void Periods_begin_with_their_start_and_end_before_their_end(string filter, string devices) => Check(filter, devices);

    [Theory]
    [InlineData("24h")]
    [InlineData("7d")]
    [InlineData("90m")]
    [InlineData("5400s")]
    [InlineData("1.5h")]
    [InlineData("'24H'")]
    [InlineData("PT24H")]
    [InlineData("P1DT12H")]
    [InlineData("2d12h")]
    [InlineData("1w")]
    [InlineData("45min")]
    [InlineData("24hours")]
    [InlineData("'1 week, 2 days'")]
    [InlineData("1.00:00:00")]
    [InlineData("01:30:00")]
    [InlineData("([timespan]::FromHours(2))")]
    [InlineData("$null")]
    public void Durations_have_a_unit(string duration) => Assert.NotEmpty(Get($"-Last {duration}").Clean().Output);

    [Theory]
    [InlineData("24")]
    [InlineData("'24'")]
    [InlineData("1.5")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("([timespan]::Zero)")]
    [InlineData("soon")]
    [InlineData("''")]
    [InlineData("1y")]
    [InlineData("2d12")]
    [InlineData("P99999999999D")]
    public void What_is_no_duration_is_refused_with_examples(string duration)
    {
        var error = Get($"-Last {duration}").TheError;

        Assert.StartsWith("ParameterArgumentTransformationError", error.FullyQualifiedErrorId);
        Assert.Contains("90s, 45m, 24h, 7d, 1w, 2d12h, PT24H or hh:mm:ss", error.Exception.Message);
    }

    [Theory]
    [InlineData("-Last 1h -StartTime 2026-11-16", "TwoPeriodStarts", "-Last")]
    [InlineData("-StartTime 2026-11-17 -EndTime 2026-11-16", "EmptyPeriod", "before it begins")]
    public void Periods_that_make_no_sense_end_the_command(string filter, string id, string says)
    {
        var error = _session.Run($"try {{ Get-DeviceDisconnect $log {filter} }} catch {{ $_ }}").As<ErrorRecord>().Single();

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(says, error.Exception.Message);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_broken_pattern_is_refused_before_anything_is_read()
    {
        var error = Get("-DeviceId 'pump[' -Verbose").TheError;

        Assert.StartsWith("ParameterArgumentValidationError", error.FullyQualifiedErrorId);
        Assert.Contains("'pump[' is no wildcard pattern", error.Exception.Message);
    }

    [Fact]
    public void A_time_without_an_offset_is_local()
    {
        var local = new DateTime(2026, 11, 16, 2, 30, 0, DateTimeKind.Utc).ToLocalTime().ToString("s", CultureInfo.InvariantCulture);

        Assert.Equal(2, Get($"-StartTime {local}").Clean().Output.Count);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private Outcome Get(string filter) => _session.Run($"Get-DeviceDisconnect $log {filter}");

    private void Check(string filter, string devices)
    {
        var found = Get(filter);
        Assert.Empty(found.Errors);
        Assert.Equal(devices, string.Join(' ', found.As<DeviceDisconnect>().Select(d => d.DeviceId)));
        var summed = _session.Run($"Measure-DisconnectCause $log -By Device {filter}").As<DisconnectSummary>();
        Assert.Equal(devices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, summed.Sum(s => s.Count));
    }
}
