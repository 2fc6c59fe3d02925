namespace IoTHubDisconnect.Azure.Tests.Logs;
public sealed class ProbeTests(FleetCloud cloud, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<FleetCloud>
{
    [Fact]
    public void Probe()
    {
        using var session = cloud.SignIn();
        var w = System.Diagnostics.Stopwatch.StartNew();
        var outcome = session.Run("Measure-DisconnectCause -WorkspaceId $workspace -StartTime 2026-11-01Z -EndTime 2026-12-01Z -Verbose; $DebugPreference='Continue'; Measure-DisconnectCause -WorkspaceId $workspace -StartTime 2026-11-01Z -EndTime 2026-12-01Z");
        output.WriteLine($"{w.Elapsed} {cloud.Azure.Requests.Count}");
        foreach (var o in outcome.Verbose) output.WriteLine($"V {o}");
        foreach (var o in outcome.Streams.Debug) if (o.Message.StartsWith("POST")) output.WriteLine($"D {o}");
    }
}
