using System.Collections;
using FleetGenerator;
using IoTHubDisconnect.Tests.Engine;
using Xunit.Abstractions;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>What packing is for: a large fleet's rows in few bytes.</summary>
public sealed class LargeFleetTests(LargeFleetTests.LargeCloud cloud, ITestOutputHelper output)
    : IClassFixture<LargeFleetTests.LargeCloud>
{
    private const double MostBytesPerRow = 20;

    private static readonly FleetOptions Devices = FleetPresets.Wired(1) with { Devices = 20_000, Hubs = 3, Hours = 3 };

    /// <summary>20,000 devices on cables, which renew their tokens and little else, for three hours.</summary>
    public sealed class LargeCloud : Cloud
    {
        protected override void Write(string folder) => Fleet.Simulate(Devices).WriteLogs(folder);
    }

    [Fact]
    public void Few_bytes_travel_for_the_same_answer()
    {
        using var session = cloud.SignIn();
        var period = new Hashtable
        {
            ["StartTime"] = Devices.Start,
            ["EndTime"] = Devices.Start.AddHours(Devices.Hours),
        };
        var files = session.Run("Measure-DisconnectCause $logs @period -By Device", ("period", period)).Clean().Output;

        var outcome = session
            .Run("Measure-DisconnectCause -WorkspaceId $workspace @period -By Device -Verbose")
            .Clean();

        var queries = cloud.Azure.Requests.Where(r => r.Query is not null).ToArray();
        var bytes = queries.Sum(r => r.Bytes);
        var rows = Directory
            .EnumerateFiles(cloud.Path, "*.json", SearchOption.AllDirectories)
            .Sum(file => File.ReadLines(file).LongCount());
        output.WriteLine(
            $"{bytes:N0} bytes in {queries.Length} answers for {rows:N0} rows: {(double)bytes / rows:0.0} each."
        );
        Assert.Equal(Logs.Figures.Of(files), Logs.Figures.Of(outcome.Output));
        Assert.True(rows > 100_000);
        Assert.InRange((double)bytes / rows, 1, MostBytesPerRow);
        Assert.All(queries, q => Assert.Equal("gzip", q.Headers["Accept-Encoding"]));
    }
}
