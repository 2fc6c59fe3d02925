using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>
/// Whatever fails around it, a cmdlet tells of it by an error of its own, with the next step. TMPDIR is the whole
/// process's, so nothing runs beside.
/// </summary>
[Collection(nameof(StopTests))]
public sealed class OwnErrorsTests : IDisposable
{
    private const string TemporaryFolder = "TMPDIR";
    private const string Period = "-StartTime 2026-11-16Z -EndTime 2026-11-17Z";

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();
    private readonly string? _temporaryFolder = Environment.GetEnvironmentVariable(TemporaryFolder);

    public static TheoryData<string> Readers =>
        new(
            "Get-DeviceDisconnect",
            "Measure-DisconnectCause",
            "Compare-DisconnectCause",
            "Export-DisconnectReport -FilePath $report"
        );

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_page_in_place_of_storage(string reader)
    {
        using var server = new OddServer(200, "text/html", "<html><body>This site is blocked.");

        Expect("UnexpectedAnswer", $"{reader} -StorageContainerUri '{server.Address}account/logs?sig=x' {Period}");
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Blocked", "ServiceError")]
    [InlineData(201, "application/json", "", "UnexpectedAnswer")]
    [InlineData(204, "text/plain", "", "ServiceError")]
    [InlineData(302, "text/html", "<html>Sign in", "ServiceError")]
    public void An_answer_to_publishing_that_no_storage_gives(int status, string type, string answer, string id)
    {
        using var server = new OddServer(status, type, answer);
        _folder.Write("report.html", "<html>");

        Expect(id, $"Publish-DisconnectReport $report '{server.Address}account/reports?sig=x'");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_cluster_without_TLS(string reader) =>
        Expect(
            "InsecureEndpoint",
            $"$null = Connect-IoTHubDisconnect -AccessToken $token; {reader} -ClusterUri http://127.0.0.1:9 "
                + $"-Database d {Period}"
        );

    [Theory]
    [InlineData(
        "Connect-IoTHubDisconnect -Identity -Environment @{ Name = 'Mine'; AuthorityHost = 'http://127.0.0.1:9/' }",
        "InsecureEndpoint"
    )]
    [InlineData("Connect-IoTHubDisconnect -ApplicationId a -TenantId 'x y' -ClientSecret s", "CredentialRefused")]
    public void A_sign_in_that_cannot_be(string script, string id) => Expect(id, script);

    [Theory]
    [InlineData("Get-DeviceDisconnect -LiteralPath \"a`0b\"", "PathNotFound")]
    [InlineData("Get-DeviceDisconnect \"a`0b\"", "PathNotFound")]
    [InlineData("Measure-DisconnectCause \"a`0b\"", "PathNotFound")]
    [InlineData("Compare-DisconnectCause \"a`0b\"", "PathNotFound")]
    [InlineData("Export-DisconnectReport $log \"a`0b.html\"", "InvalidPath")]
    [InlineData(
        "Get-DeviceDisconnect $log | Resolve-DisconnectCause | Export-DisconnectReport \"a`0b.html\"",
        "InvalidPath"
    )]
    [InlineData("New-DisconnectAlertRule -ResourceId $hub -Threshold 1 -Path \"a`0b.bicep\"", "InvalidPath")]
    [InlineData("Connect-IoTHubDisconnect -ApplicationId a -TenantId t -CertificatePath \"a`0b\"", "InvalidPath")]
    [InlineData("Publish-DisconnectReport \"a`0b.html\" 'http://127.0.0.1:9/a/b?sig=x'", "InvalidPath")]
    public void A_path_with_a_zero_in_it(string script, string id)
    {
        _folder.Write("log.json", TinyLog.Rows);

        Expect(id, script);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void No_room_for_the_rows_of_a_large_log(string reader)
    {
        if (OperatingSystem.IsWindows())
            return;
        EndlessLog.Write(_folder, blocks: 90);
        Environment.SetEnvironmentVariable(TemporaryFolder, "/nowhere/at/all");

        Expect("NoTemporaryFile", $"{reader} -Path $folder");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_pipe_among_the_files(string reader)
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("log.json", TinyLog.Rows);
        System.Diagnostics.Process.Start("mkfifo", _folder.PathOf("pipe.json")).WaitForExit();

        var outcome = Run($"{reader} -Path $folder");

        Expect("Unreadable", outcome);
        Assert.Contains("pipe", outcome.TheError.ToString());
        Assert.True(
            outcome.Output.Count > 0 || File.Exists(_folder.PathOf("report.html")),
            "The log beside it was not read."
        );
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(TemporaryFolder, _temporaryFolder);
        _session.Dispose();
        _folder.Dispose();
    }

    private void Expect(string id, string script) => Expect(id, Run(script));

    private static void Expect(string id, Outcome outcome)
    {
        var error = outcome.TheError;
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    private Outcome Run(string script) =>
        _session.Run(
            script,
            ("log", _folder.PathOf("log.json")),
            ("folder", _folder.Path),
            ("report", _folder.PathOf("report.html")),
            ("token", Token),
            (
                "hub",
                "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/r/providers"
                    + "/Microsoft.Devices/IotHubs/contoso"
            )
        );

    private static string Token
    {
        get
        {
            var claims = System.Text.Encoding.UTF8.GetBytes(
                $$"""{"aud":"https://api.loganalytics.io","exp":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}}"""
            );
            return $"e30.{Convert.ToBase64String(claims).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.x";
        }
    }
}
