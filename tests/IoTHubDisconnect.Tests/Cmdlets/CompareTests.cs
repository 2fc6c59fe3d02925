using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

public sealed class CompareTests(FleetLogs logs) : IClassFixture<FleetLogs>, IDisposable
{
    private const string Text = "| ForEach-Object { \"$_ $($_.PValue)\" }";

    private readonly Session _session = new();

    [Fact]
    public void A_log_is_compared_as_its_objects_are()
    {
        var direct = Run($"Compare-DisconnectCause $log -Last 8h {Text}").Output.Select(o => $"{o}");
        var objects = Run($$"""
            $all = Get-DeviceDisconnect $log -Last 16h
            $newest = ($all | ForEach-Object { $_.Hub.LastRow })[0]
            $before, $after = $all.Where({ $_.Time -lt $newest.AddTicks(1).AddHours(-8) }, 'Split')
            $after | Resolve-DisconnectCause | Compare-DisconnectCause $before -ReferencePeriod 8h -DifferencePeriod 8h | ForEach-Object { "$($_.Cause) $($_.Change) $($_.ReferenceCount) $($_.DifferenceCount)" }
            """).Output.Select(o => $"{o}");

        Assert.Equal(direct.Select(d => string.Join(' ', d.Split(' ', ':').Take(2))).Order(), objects.Select(o => string.Join(' ', o.Split(' ').Take(2))).Order());
    }

    [Fact]
    public void Counts_are_those_of_Measure()
    {
        var measured = Run("Measure-DisconnectCause $log -Last 8h").As<DisconnectSummary>();
        var compared = Run("Compare-DisconnectCause $log -Last 8h").As<DisconnectComparison>();

        Assert.Equal(measured.ToDictionary(m => m.Cause!.Value, m => (m.Count, m.DeviceCount, m.IsExpected == true)).OrderBy(m => m.Key),
            compared.Where(c => c.DifferenceCount > 0).ToDictionary(c => c.Cause, c => (c.DifferenceCount, c.DifferenceDeviceCount, c.IsExpected)).OrderBy(m => m.Key));
    }

    [Fact]
    public void Nothing_is_something_to_compare_with()
    {
        Assert.All(Run("Get-DeviceDisconnect $log | Compare-DisconnectCause -ReferenceObject $null").As<DisconnectComparison>(), c => Assert.Equal(DisconnectChange.New, c.Change));
        Assert.All(Run("@() | Compare-DisconnectCause -ReferenceObject (Get-DeviceDisconnect $log)").As<DisconnectComparison>(), c => Assert.Equal(DisconnectChange.Gone, c.Change));
        Assert.Empty(Run("Compare-DisconnectCause @() $null").Output);
    }

    [Fact]
    public void Hubs_are_compared_by_their_devices()
    {
        var comparison = Run("$a, $b = (Get-DeviceDisconnect $log).Where({ $_.HubName -eq (Get-DeviceDisconnect $log)[0].HubName }, 'Split'); Compare-DisconnectCause $a $b").As<DisconnectComparison>();

        Assert.All(comparison, c => Assert.Equal(ComparisonBasis.Device, c.Basis));
    }

    [Fact]
    public void Sides_of_different_length_are_warned_of()
    {
        var outcome = _session.Run("Compare-DisconnectCause (Get-DeviceDisconnect $log) (Get-DeviceDisconnect $log -Last 2h)", ("log", logs.Path));

        Assert.Contains("Give -ReferencePeriod and -DifferencePeriod", Assert.Single(outcome.Warnings));
    }

    [Theory]
    [InlineData("-Last 40h", "NothingToCompareWith")]
    [InlineData("-Last 4h -ReferenceStartTime 2026-01-01 -ReferenceEndTime 2126-01-01", "OverlappingPeriods")]
    [InlineData("-Last 4h -ReferenceStartTime 2026-01-02 -ReferenceEndTime 2026-01-01", "EmptyPeriod")]
    [InlineData("-Last 4h -StartTime 2026-01-02", "TwoPeriodStarts")]
    public void Periods_that_make_no_sense_are_refused(string parameters, string id) =>
        Assert.StartsWith(id, _session.Run($"Compare-DisconnectCause $log {parameters}", ("log", logs.Path)).TheError.FullyQualifiedErrorId);

    [Fact]
    public void A_log_that_begins_too_late_is_told_of()
    {
        var outcome = _session.Run("Compare-DisconnectCause $log -Last 20h", ("log", logs.Path));

        Assert.Contains("of the 20h asked for", Assert.Single(outcome.Warnings));
        Assert.All(outcome.As<DisconnectComparison>(), c => Assert.True(c.ReferencePeriod < TimeSpan.FromHours(5)));
    }

    public void Dispose() => _session.Dispose();

    private Outcome Run(string script) => _session.Run(script, ("log", logs.Path)).Clean();
}
