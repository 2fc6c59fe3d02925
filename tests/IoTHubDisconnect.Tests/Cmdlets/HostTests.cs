using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>The cmdlets ask nothing of who hosts them and share nothing between runspaces.</summary>
public sealed class HostTests(FleetLogs fleet) : IClassFixture<FleetLogs>
{
    private const string Everything = """
        $disconnects = Get-DeviceDisconnect $logs -ErrorAction Ignore
        $causes = $disconnects | Resolve-DisconnectCause
        $causes | Measure-DisconnectCause
        $causes | Get-DisconnectSolution
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_interface_is_needed(bool hasInterface)
    {
        using var session = new Session(new HeadlessHost(hasInterface));

        Assert.NotEmpty(session.Run(Everything, ("logs", fleet.Path)).Clean().Output);
    }

    [Fact]
    public async Task Runspaces_at_the_same_time_come_to_the_same_as_one_by_one()
    {
        string[] scripts =
        [
            "Measure-DisconnectCause $logs -ErrorAction Ignore",
            "Measure-DisconnectCause $logs -By Sdk -ErrorAction Ignore -TokenLifetime 20m",
            "Get-DeviceDisconnect $logs -ErrorAction Ignore -ErrorCode 404104 | Resolve-DisconnectCause -Culture tr-TR",
            "Get-DeviceDisconnect $logs -ErrorAction Ignore -DeviceId *1 | Resolve-DisconnectCause -Culture de-DE",
        ];

        var alone = scripts.Select(Run).ToList();
        var together = await Task.WhenAll(scripts.Select(script => Task.Run(() => Run(script))));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_location_belongs_to_its_runspace()
    {
        using var folder = new LogFolder();
        folder.Write("there/log.json", TinyLog.Rows);
        folder.Write("elsewhere/log.json", TinyLog.Expiries(TinyLog.Press, 2));
        using Session there = new(),
            elsewhere = new();
        there.Runspace.SessionStateProxy.Path.SetLocation(folder.PathOf("there"));
        elsewhere.Runspace.SessionStateProxy.Path.SetLocation(folder.PathOf("elsewhere"));

        Assert.Equal(12, there.Run("Get-DeviceDisconnect log.json").Clean().Output.Count);
        Assert.Equal(2, elsewhere.Run("Get-DeviceDisconnect log.json").Clean().Output.Count);
    }

    private string Run(string script)
    {
        using var session = new Session();
        return string.Join(
            '\n',
            session
                .Run(script, ("logs", fleet.Path))
                .Output.Select(o =>
                    o.BaseObject switch
                    {
                        DisconnectSummary s => $"{s.Name} {s.Count} {s.TotalDowntime}",
                        DisconnectCause c => $"{c} {c.HelpUri} {c.Solution}",
                        var other => other.ToString(),
                    }
                )
        );
    }
}
