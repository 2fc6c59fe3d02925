using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

public sealed class PipelineTests(FleetLogs fleet) : IClassFixture<FleetLogs>, IDisposable
{
    private readonly Session _session = new();

    public static TheoryData<DisconnectGrouping> Groupings => [.. Enum.GetValues<DisconnectGrouping>()];

    [Theory]
    [MemberData(nameof(Groupings))]
    public void The_pipeline_and_the_fast_path_come_to_the_same_sums(DisconnectGrouping by)
    {
        var direct = Run($"Measure-DisconnectCause $logs -By {by}");
        var resolved = Run(
            "Get-DeviceDisconnect $logs | Where-Object { $true } | Resolve-DisconnectCause | "
                + $"Measure-DisconnectCause -By {by}"
        );
        var onTheWay = Run($"Get-DeviceDisconnect $logs | Measure-DisconnectCause -By {by}");

        Assert.NotEmpty(direct);
        Assert.Equal(direct.Select(Figures), resolved.Select(Figures));
        Assert.Equal(direct.Select(Figures), onTheWay.Select(Figures));
    }

    [Theory]
    [MemberData(nameof(Groupings))]
    public void What_an_operator_knows_counts_on_every_way(DisconnectGrouping by)
    {
        const string known = "-TokenLifetime 20m -KeepAlive 30s";

        var direct = Run($"Measure-DisconnectCause $logs -By {by} {known}");
        var resolved = Run(
            $"Get-DeviceDisconnect $logs | Resolve-DisconnectCause {known} | Measure-DisconnectCause -By {by}"
        );
        var onTheWay = Run($"Get-DeviceDisconnect $logs | Measure-DisconnectCause -By {by} {known}");

        Assert.Equal(direct.Select(Figures), resolved.Select(Figures));
        Assert.Equal(direct.Select(Figures), onTheWay.Select(Figures));
    }

    [Fact]
    public void A_filter_between_the_cmdlets_changes_no_evidence()
    {
        var all = Causes("Get-DeviceDisconnect $logs | Resolve-DisconnectCause")
            .Where(cause => cause.Disconnect.ErrorCode == 404104);
        var some = Causes("Get-DeviceDisconnect $logs | Where-Object ErrorCode -eq 404104 | Resolve-DisconnectCause");
        var asked = Causes(
            "Get-DeviceDisconnect $logs -ErrorCode 404104 | Where-Object ErrorCode -eq 404104 | Resolve-DisconnectCause"
        );

        Assert.NotEmpty(some);
        Assert.Equal(all.Select(Answer), some.Select(Answer));
        Assert.Equal(all.Select(Answer), asked.Select(Answer));
    }

    [Fact]
    public void Objects_keep_what_they_stand_on_when_kept_and_sorted()
    {
        var straight = Causes("Get-DeviceDisconnect $logs | Resolve-DisconnectCause");
        var kept = Causes(
            "$all = [IoTHubDisconnect.DeviceDisconnect[]]@(Get-DeviceDisconnect $logs); [Array]::Reverse($all); "
                + "[GC]::Collect(); $all | Resolve-DisconnectCause"
        );

        Assert.Equal(straight.Select(Answer), kept.Reverse().Select(Answer));
    }

    [Fact]
    public void Arrays_are_taken_as_what_is_in_them()
    {
        var straight = Run("Get-DeviceDisconnect $logs | Measure-DisconnectCause").Select(Figures);

        Assert.Equal(
            straight,
            Run("Measure-DisconnectCause -InputObject (Get-DeviceDisconnect $logs)").Select(Figures)
        );
        Assert.Equal(
            straight,
            Run("Measure-DisconnectCause -InputObject (Resolve-DisconnectCause (Get-DeviceDisconnect $logs))")
                .Select(Figures)
        );
        Assert.Equal(
            straight,
            Run(", (Get-DeviceDisconnect $logs) | Resolve-DisconnectCause | Measure-DisconnectCause").Select(Figures)
        );
    }

    [Fact]
    public void Nothing_in_is_nothing_out()
    {
        Assert.Empty(_session.Run("@() | Resolve-DisconnectCause").Clean().Output);
        Assert.Empty(_session.Run("@() | Measure-DisconnectCause").Clean().Output);
        Assert.Empty(_session.Run("@() | Get-DeviceDisconnect").Clean().Output);
        Assert.Empty(_session.Run("@() | Get-DisconnectSolution").Clean().Output);
    }

    public void Dispose() => _session.Dispose();

    private static string Figures(DisconnectSummary summary) =>
        string.Join(
            '|',
            typeof(DisconnectSummary)
                .GetProperties()
                .Select(property => $"{property.Name}={property.GetValue(summary)}")
        );

    private static (string, DateTimeOffset, CauseName, double, string, string) Answer(DisconnectCause cause) =>
        (cause.DeviceId, cause.Time, cause.Cause, cause.Confidence, cause.Evidence.ToString(), cause.Reason);

    private DisconnectSummary[] Run(string script) =>
        _session.Run(script, ("logs", fleet.Path)).As<DisconnectSummary>();

    private DisconnectCause[] Causes(string script) => _session.Run(script, ("logs", fleet.Path)).As<DisconnectCause>();
}
