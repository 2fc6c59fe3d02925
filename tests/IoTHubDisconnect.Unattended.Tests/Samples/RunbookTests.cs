using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Unattended.Tests.Samples;

/// <summary>The runbook for Azure Automation, as a job in the sandbox runs it.</summary>
[Collection(nameof(UnattendedCloud))]
public sealed class RunbookTests(UnattendedCloud cloud)
{
    private const string Run =
        "& $runbook -ResourceId $hub -ReportContainerUri $container -EndTime $end -Last 12h -Environment "
        + "$cloud -TrustedHost 127.0.0.1";

    [Fact]
    public async Task The_report_is_in_the_container_and_its_summary_in_the_output()
    {
        using var session = UnattendedCloud.Sandbox();

        var outcome = Start(session, Run);

        var summary = Assert.Single(outcome.Clean().Output);
        Assert.Empty(outcome.Streams.Information);
        Assert.Empty(outcome.Streams.Progress);
        Assert.Empty(outcome.Verbose);
        var disconnects = (long)summary.Properties["Disconnects"].Value;
        Assert.Equal(
            Files("Measure-DisconnectCause $log -Last 12h -EndTime $end").As<DisconnectSummary>().Sum(s => s.Count),
            disconnects
        );
        Assert.DoesNotContain('\e', $"{summary}");

        using var blob = await cloud.Http.GetAsync(cloud.Readable((Uri)summary.Properties["Report"].Value));
        Assert.Equal("text/html; charset=utf-8", $"{blob.Content.Headers.ContentType}");
        Assert.StartsWith(
            "<!DOCTYPE html>",
            await blob.Content.ReadAsStringAsync(),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory]
    [InlineData(
        "& $runbook -ResourceId $hub -ReportContainerUri $container -EndTime 2020-01-01 -Environment "
            + "$cloud -TrustedHost 127.0.0.1",
        "No log rows of"
    )]
    [InlineData(
        "& $runbook -ResourceId ($hub + '-gone') -ReportContainerUri $container -EndTime $end -Environment "
            + "$cloud -TrustedHost 127.0.0.1",
        "-gone"
    )]
    [InlineData(
        "& $runbook -ResourceId $hub -ReportContainerUri ($container -replace 'reports', 'nowhere') "
            + "-EndTime $end -Environment $cloud -TrustedHost 127.0.0.1",
        "no such container"
    )]
    [InlineData(
        "& $runbook -ResourceId $hub -ReportContainerUri $container -EndTime $end -Environment $cloud "
            + "-TrustedHost 127.0.0.1 -IdentityClientId 11111111-0000-4000-8000-000000000000",
        "identity"
    )]
    public void What_goes_wrong_ends_the_job(string script, string says)
    {
        using var session = UnattendedCloud.Sandbox(warns: true);

        var outcome = Start(session, script);

        Assert.NotNull(outcome.Thrown);
        Assert.Contains(says, outcome.Thrown.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var before = Leftovers();
        using var session = UnattendedCloud.Sandbox();

        Start(session, Run).Clean();

        Assert.Equal(before, Leftovers());
    }

    [Fact]
    public void Jobs_in_one_process_know_nothing_of_each_other()
    {
        string[] scripts =
        [
            Run,
            Run.Replace("12h", "3h"),
            Run.Replace("$container", "($container -replace 'reports', 'nowhere')"),
            Run.Replace("12h", "6h"),
        ];
        var outcomes = scripts
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(scripts.Length)
            .Select(script =>
            {
                using var session = UnattendedCloud.Sandbox();
                return Start(session, script);
            })
            .ToArray();

        Assert.Contains("no such container", outcomes[2].Thrown!.Message, StringComparison.Ordinal);
        long[] counts =
        [
            .. new[] { 0, 1, 3 }.Select(i => (long)outcomes[i].Clean().Output.Single().Properties["Disconnects"].Value),
        ];
        Assert.Equal(
            new[] { "12h", "3h", "6h" }.Select(last =>
                Files($"Measure-DisconnectCause $log -Last {last} -EndTime $end")
                    .As<DisconnectSummary>()
                    .Sum(s => s.Count)
            ),
            counts
        );
    }

    /// <summary>The sandbox allows a job 400 MB.</summary>
    [Fact]
    public void A_job_keeps_within_the_memory_of_the_sandbox()
    {
        var endpoints = cloud.Azure.Endpoints;
        var job = Pwsh.Run(
            $$"""
            Import-Module '{{Repository.PathOf("IoTHubDisconnect.psd1")}}'
            $cloud = @{ Name = 'StandIn'; AuthorityHost = '{{endpoints.Entra}}'; ResourceManager = '{{endpoints.ResourceManager}}'; Logs = '{{endpoints.Logs}}' }
            $summary = & '{{UnattendedCloud.Script(
                "Publish-HubReport.ps1"
            )}}' -ResourceId '{{cloud.HubId}}' -ReportContainerUri '{{cloud.ContainerUri}}' -EndTime '{{UnattendedCloud.End:u}}' -Environment $cloud -TrustedHost 127.0.0.1
            "$($summary.Disconnects) $([Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64)"
            """,
            ("SSL_CERT_DIR", cloud.Azure.AuthorityFolder)
        );

        long[] figures = [.. job.Clean().Lines.Single().Split(' ').Select(long.Parse)];
        Assert.True(figures[0] > 0);
        Assert.InRange(figures[1], 1, 400L << 20);
    }

    private Outcome Start(Session session, string script) =>
        session.Run(
            script,
            ("runbook", UnattendedCloud.Script("Publish-HubReport.ps1")),
            ("hub", cloud.HubId),
            ("container", cloud.ContainerUri.AbsoluteUri),
            ("end", UnattendedCloud.End),
            ("cloud", cloud.Environment)
        );

    private Outcome Files(string script)
    {
        using var session = new Session();
        return session.Run(script, ("log", cloud.Path), ("end", UnattendedCloud.End)).Clean();
    }

    private static int Leftovers() => Directory.EnumerateFiles(Path.GetTempPath(), "disconnects-*.html").Count();
}
