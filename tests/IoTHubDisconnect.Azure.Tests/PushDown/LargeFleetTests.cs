using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>What push-down is for: a fleet that outgrows one machine.</summary>
public sealed partial class LargeFleetTests(LargeCloud cloud, Xunit.Abstractions.ITestOutputHelper output)
    : IClassFixture<LargeCloud>,
        IDisposable
{
    private readonly Session _session = cloud.SignIn();

    [Fact]
    public void Few_rows_travel_for_the_same_answer()
    {
        var files = _session
            .Run("Measure-DisconnectCause $logs @period", ("period", Period))
            .Clean()
            .As<DisconnectSummary>();
        var watch = Stopwatch.StartNew();
        var outcome = _session.Run("Measure-DisconnectCause -WorkspaceId $workspace @period -Verbose").Clean();
        var sums = outcome.As<DisconnectSummary>();

        var all = Figure(outcome, CountedRows());
        var travelled = Figure(outcome, TravelledRows());
        var difference = Difference.Of(files, sums);
        output.WriteLine(
            $"{travelled:N0} of {all:N0} rows ({100.0 * travelled / all:0.00} %) in {watch.Elapsed.TotalSeconds:0} s; {difference}"
        );
        Assert.True(all > 200_000);
        Assert.True(travelled <= 0.2 * all);
        Assert.True(difference.Count <= 0.001, $"{difference}");
        Assert.True(difference.Downtime <= 0.001, $"{difference}");
        Assert.True(difference.Devices <= 0.005, $"{difference}");
        Assert.True(difference.Medians <= 0.05, $"{difference}");
        Assert.Equal(
            files.Where(s => s.Share > 0.0001).Select(s => s.Cause),
            sums.Where(s => s.Share > 0.0001).Select(s => s.Cause)
        );
    }

    public void Dispose() => _session.Dispose();

    private static System.Collections.Hashtable Period =>
        new() { ["StartTime"] = LargeCloud.Start, ["EndTime"] = LargeCloud.End };

    private static long Figure(Outcome outcome, Regex pattern) =>
        long.Parse(
            outcome.Verbose.Select(v => pattern.Match(v)).First(m => m.Success).Groups[1].Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(@": ([\d,]+) rows, to be read")]
    private static partial Regex CountedRows();

    [GeneratedRegex(@"devices; ([\d,]+) rows came here")]
    private static partial Regex TravelledRows();
}
