using FleetGenerator;
using FleetGenerator.Logs;
using IoTHubDisconnect.Alerts;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;
using Xunit.Abstractions;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>Rules on simulated fleets whose true causes are known.</summary>
public sealed class FleetTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Fact]
    public async Task Renewals_do_not_fire()
    {
        var (rule, looks) = await LookAsync(FleetPresets.Wired(5) with { Devices = 150, Hours = 14 });

        output.WriteLine(
            $"{rule}: counted {string.Join(' ', looks.Select(l => l.Counted))}, true "
                + $"{string.Join(' ', looks.Select(l => l.True))}, expected disconnects {looks.Sum(l => l.Benign)}"
        );
        Assert.True(looks.Sum(l => l.Benign) > 1000);
        Assert.All(looks, look => Assert.InRange(look.Counted, 0, rule.Threshold));
    }

    [Fact]
    public async Task Real_disconnects_do()
    {
        var (rule, looks) = await LookAsync(
            FleetPresets.Plain(8) with
            {
                Devices = 150,
                Hours = 14,
                Artefacts = new LogArtefacts { LostShare = 0.002 },
            }
        );

        output.WriteLine(
            $"{rule}: counted {string.Join(' ', looks.Select(l => l.Counted))}, true "
                + $"{string.Join(' ', looks.Select(l => l.True))}, expected disconnects {looks.Sum(l => l.Benign)}"
        );
        Assert.All(looks, look => Assert.InRange(look.Counted, look.True * 0.7 - 3, look.True * 1.5 + 8));
        Assert.Contains(looks, look => look.True > 75);
        Assert.All(looks.Where(look => look.True > 75), look => Assert.True(look.Counted > rule.Threshold));
        Assert.InRange(looks.Count(look => look.True <= 75 && look.Counted > rule.Threshold), 0, 1);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    /// <summary>
    /// Looks at each hour of the fleet's single hub, with the rule that its past as a baseline gives.
    /// </summary>
    private async Task<(DisconnectAlertRule Rule, List<(int Counted, int True, int Benign)> Looks)> LookAsync(
        FleetOptions options
    )
    {
        var fleet = Fleet.Simulate(options with { Hubs = 1 });
        fleet.WriteLogs(_folder.Path);
        var rule = _session
            .Run(
                "Get-DeviceDisconnect $log | New-DisconnectAlertRule $file -WindowSize 1h "
                    + "-EvaluationFrequency 1h -WarningAction Ignore",
                ("log", _folder.Path),
                ("file", Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bicep"))
            )
            .Clean()
            .As<DisconnectAlertRule>()
            .Single();
        File.Delete(rule.Path);
        await using var engine = await LogEngine.LoadAsync(_folder.Path);
        var looks = new List<(int, int, int)>();
        for (var hour = 4; hour <= options.Hours; hour++)
        {
            var now = options.Start.AddHours(hour);
            var counted = await engine.AskAsync(rule.Query, new AlertQuery(Window, [.. rule.TokenLifetime]).Range, now);
            var inWindow = fleet
                .Labels.Where(l => l.Time >= now - Window - AlertQuery.Delay && l.Time < now - AlertQuery.Delay)
                .ToLookup(l => l.Cause is Cause.SasTokenExpired or Cause.SasTokenRenewed or Cause.ClientClosed);
            looks.Add(
                (
                    counted.Values.Sum(),
                    inWindow[false].Select(l => (l.DeviceId, l.ModuleId)).Distinct().Count(),
                    inWindow[true].Count()
                )
            );
        }
        return (rule, looks);
    }
}
