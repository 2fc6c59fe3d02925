using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Unattended.Tests.Samples;

/// <summary>The script for a server's scheduler.</summary>
[Collection(nameof(UnattendedCloud))]
public sealed class ServerScriptTests(UnattendedCloud cloud) : IDisposable
{
    private readonly LogFolder _reports = new();

    [Theory]
    [InlineData("-Path $log")]
    [InlineData("-ResourceId $hub")]
    public void A_report_is_written_and_told_of_in_a_line(string source)
    {
        using var session = source.Contains("hub", StringComparison.Ordinal)
            ? cloud.SignIn(new HeadlessHost(hasInterface: true))
            : UnattendedCloud.Sandbox();

        var line = Assert
            .Single(Start(session, $"& $script {source} -ReportFolder $reports -EndTime $end").Clean().Output)
            .ToString();

        var report = Assert.Single(Directory.GetFiles(_reports.Path));
        Assert.EndsWith(report, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(report), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>pwsh -File hands several paths over as one text.</summary>
    [Fact]
    public void Where_it_ships_it_takes_the_module_beside_it()
    {
        var line = Schedule(UnattendedCloud.Script("Write-NightlyReport.ps1")).Clean().Output;

        Assert.Contains(Assert.Single(Directory.GetFiles(_reports.PathOf("new"))), line, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_it_says_what_to_install_before_it_makes_a_folder()
    {
        using var elsewhere = new LogFolder();
        var script = elsewhere.Write(
            "Write-NightlyReport.ps1",
            File.ReadAllText(UnattendedCloud.Script("Write-NightlyReport.ps1"))
        );

        var error = Schedule(script).Error;

        Assert.Contains("Install-PSResource", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_reports.Path));
    }

    [Fact]
    public void Old_reports_go_and_nothing_else_does()
    {
        foreach (
            var (name, days) in new[] { ("disconnects-old.html", 31), ("disconnects-new.html", 29), ("other.html", 90) }
        )
            File.SetLastWriteTimeUtc(_reports.Write(name, "report"), DateTime.UtcNow.AddDays(-days));
        using var session = UnattendedCloud.Sandbox();

        Start(session, "& $script -Path $log -ReportFolder $reports -EndTime $end").Clean();

        Assert.Equal(3, Directory.GetFiles(_reports.Path).Length);
        Assert.False(File.Exists(_reports.PathOf("disconnects-old.html")));
    }

    [Theory]
    [InlineData("& $script -Path $log -ReportFolder $reports -EndTime 2020-01-01", "nothing to report")]
    [InlineData("& $script -Path ($log + '-gone') -ReportFolder $reports", "-gone")]
    public void What_goes_wrong_is_an_error(string script, string says)
    {
        using var session = UnattendedCloud.Sandbox(warns: true);

        var thrown = Start(session, script).Thrown;

        Assert.Contains(says, thrown!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFiles(_reports.Path));
    }

    public void Dispose() => _reports.Dispose();

    private PwshResult Schedule(string script) =>
        Pwsh.Run(
            $"& '{script}' -Path '{cloud.Path},{cloud.Path}' -ReportFolder '{_reports.PathOf("new")}' "
                + $"-EndTime {UnattendedCloud.End:o}"
        );

    private Outcome Start(Session session, string script) =>
        session.Run(
            script,
            ("script", UnattendedCloud.Script("Write-NightlyReport.ps1")),
            ("log", cloud.Path),
            ("hub", cloud.HubId),
            ("reports", _reports.Path),
            ("end", UnattendedCloud.End)
        );
}
