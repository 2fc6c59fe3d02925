using System.Management.Automation.Language;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Unattended.Tests.Alerts;
using StandInCloud = IoTHubDisconnect.Azure.Tests.Cloud;

namespace IoTHubDisconnect.Unattended.Tests.Samples;

/// <summary>The step of a release.</summary>
public sealed class ReleaseCheckTests : IClassFixture<ReleaseCheckTests.Releases>, IDisposable
{
    private readonly Releases _releases;
    private readonly Session _session;
    private readonly string _summary = Path.Combine(Path.GetTempPath(), $"summary-{Guid.NewGuid():N}.md");

    public ReleaseCheckTests(Releases releases)
    {
        _releases = releases;
        _session = releases.SignIn(new HeadlessHost(hasInterface: true));
    }

    [Fact]
    public void A_release_that_makes_devices_drop_fails()
    {
        var outcome = Start("BAD");

        Assert.Contains("Real disconnects rose after the release", outcome.Thrown!.Message, StringComparison.Ordinal);
        var summary = File.ReadAllText(_summary);
        Assert.Contains("### Real disconnects rose", summary, StringComparison.Ordinal);
        Assert.Contains("| yes | no |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_restarts_devices_once_passes()
    {
        var outcome = Start("GOOD");

        Assert.Null(outcome.Thrown);
        Assert.StartsWith(
            "No rise of real disconnects",
            Assert.Single(outcome.Output).ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("### No rise of real disconnects", File.ReadAllText(_summary), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_without_a_log_fails() =>
        Assert.Contains(
            "Neither side",
            _session
                .Run(
                    "& $script -ResourceId $hub -ReleasedAt 2020-01-01 -EndTime 2020-01-02 -WarningAction Ignore",
                    ("script", Script),
                    ("hub", _releases.Hub("GOOD"))
                )
                .Thrown!.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_workflow_calls_the_script_with_parameters_that_it_has()
    {
        var call = File.ReadLines(UnattendedCloud.Script("release-check.yml"))
            .Single(line => line.Contains("Test-Release.ps1", StringComparison.Ordinal))
            .Trim();
        var given = Parser
            .ParseInput(call, out _, out var errors)
            .FindAll(ast => ast is CommandParameterAst, true)
            .Cast<CommandParameterAst>()
            .Select(p => p.ParameterName);
        var taken = Parser
            .ParseFile(Script, out _, out _)
            .ParamBlock.Parameters.Select(p => p.Name.VariablePath.UserPath);

        Assert.Empty(errors);
        Assert.Subset(taken.ToHashSet(), given.ToHashSet());
    }

    public void Dispose()
    {
        _session.Dispose();
        File.Delete(_summary);
    }

    private static string Script => UnattendedCloud.Script("Test-Release.ps1");

    private Outcome Start(string hub) =>
        _session.Run(
            "& $script -ResourceId $hub -ReleasedAt $released -EndTime $end -SummaryFile $summary",
            ("script", Script),
            ("hub", _releases.Hub(hub)),
            ("released", Behaviour.Midnight.AddHours(8)),
            ("end", Behaviour.Midnight.AddHours(16)),
            ("summary", _summary)
        );

    /// <summary>
    /// Two hubs of twenty devices that were released to at eight. All restart then; those of the one drop again and
    /// again afterwards.
    /// </summary>
    public sealed class Releases : StandInCloud
    {
        private const string Renewals = "0:00:00 C, 0:48:00 D, 0:48:03 C";

        public string Hub(string name) =>
            Azure.Estate.Hubs.Single(h => $"{h.Id}".EndsWith(name, StringComparison.OrdinalIgnoreCase)).Id.ToString();

        protected override void Write(string folder) =>
            File.WriteAllLines(
                System.IO.Path.Combine(folder, "log.json"),
                from hub in new[] { "GOOD", "BAD" }
                from device in Enumerable.Range(0, 20)
                from row in new Behaviour(Rows(hub == "BAD", device)).ToJson(hub)
                select row.Replace("\"device\"", $"\"device-{device}\"", StringComparison.Ordinal)
                    .Replace("\\\"device\\\"", $"\\\"device-{device}\\\"", StringComparison.Ordinal)
            );

        private static string Rows(bool isBad, int device)
        {
            var drops = new List<int> { 90 + device * 13, 480 + device };
            if (isBad)
                drops.AddRange(Enumerable.Range(0, 5).Select(i => 560 + i * 70 + device * 2));
            return Renewals
                + string.Concat(
                    drops
                        .Order()
                        .Select(m =>
                            $", {TimeSpan.FromMinutes(m)} D 404104, "
                            + $"{TimeSpan.FromMinutes(m).Add(TimeSpan.FromSeconds(95))} C"
                        )
                )
                + ", 16:30:00 D, 16:30:05 C";
        }
    }
}
