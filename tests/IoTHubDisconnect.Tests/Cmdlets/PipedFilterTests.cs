using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>Measure-DisconnectCause takes the same filters for causes from the pipeline as for a log.</summary>
public sealed class PipedFilterTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public PipedFilterTests() => _session.Run("$null", ("log", _folder.Write("tiny.json", TinyLog.Rows))).Clean();

    [Theory]
    [InlineData("-DeviceId press-01", 8)]
    [InlineData("-DeviceId *-0?", 10)]
    [InlineData("-DeviceId PRESS-01", 0)]
    [InlineData("-ErrorCode 401003", 8)]
    [InlineData("-ErrorCode 403012", 1)]
    [InlineData("-StartTime 2026-11-16T05:00:00Z -EndTime 2026-11-16T08:00:00Z", 4)]
    [InlineData("-Last 24h", 2)]
    [InlineData("-Last 1h -EndTime 2026-11-16T05:30:00Z", 2)]
    [InlineData("-DeviceId press-01 -ErrorCode 404104 -Last 3h -EndTime 2026-11-16T09:00:00Z", 3)]
    public void Piped_causes_are_filtered(string filter, int count)
    {
        foreach (var pipe in new[] { "Get-DeviceDisconnect $log | Resolve-DisconnectCause", "Get-DeviceDisconnect $log" })
            Assert.Equal(count, _session.Run($"{pipe} | Measure-DisconnectCause {filter}").Clean().As<DisconnectSummary>().Sum(s => s.Count));
    }

    [Fact]
    public void Objects_that_are_no_causes_are_errors_not_hubs() =>
        Assert.All(_session.Run("[pscustomobject]@{ Name = 'a' }, 1 | Measure-DisconnectCause").Errors, e => Assert.StartsWith("PathNotFound", e.FullyQualifiedErrorId.Replace("InputObjectNotBound", "PathNotFound")));

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
