using AzureStandIn;
using AzureStandIn.Faults;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>What can be wrong with the place that is asked, each an error of its own that says what to do.</summary>
[Collection(nameof(TinyCloud))]
public sealed class ErrorTests(TinyCloud cloud) : IDisposable
{
    private const string Period = "-StartTime 2026-11-16Z -EndTime 2026-11-17Z";

    private readonly Session _session = cloud.SignIn();

    [Fact]
    public void A_role_that_is_missing_is_named()
    {
        cloud.Azure.Permissions.Revoke(Permissions.QueryResource);
        cloud.Azure.Permissions.Revoke(Permissions.QueryWorkspace);

        foreach (var place in new[] { "-ResourceId $hub", "-WorkspaceId $workspace" })
        {
            var error = _session.Run($"Get-DeviceDisconnect {place} {Period}").TheError;
            Assert.StartsWith("AccessDenied,", error.FullyQualifiedErrorId);
            Assert.Contains("Log Analytics Reader", error.ErrorDetails.RecommendedAction);
        }
    }

    [Fact]
    public void A_hub_that_is_not_there_does_not_keep_the_others_from_being_read()
    {
        var outcome = _session.Run(
            $"Get-DeviceDisconnect -ResourceId ($hub -replace 'contoso-eu', 'nowhere'), $hub {Period}"
        );

        Assert.StartsWith("ResourceNotFound,", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
        Assert.NotEmpty(outcome.Output);
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect -HubName nowhere")]
    [InlineData("Get-DeviceDisconnect -HubName nowhere -ResourceGroupName contoso-iot")]
    [InlineData(
        "Get-DeviceDisconnect -HubName nowhere -ResourceGroupName contoso-iot -SubscriptionId "
            + "6f1e2d3c-63b6-4000-8000-0123456789ab"
    )]
    [InlineData("Measure-DisconnectCause -HubName contoso-eu -ResourceGroupName elsewhere")]
    public void A_name_that_no_hub_has(string script) =>
        Assert.StartsWith("ResourceNotFound,", _session.Run($"{script} {Period}").TheError.FullyQualifiedErrorId);

    [Fact]
    public void A_workspace_that_is_not_there()
    {
        var error = _session
            .Run($"Get-DeviceDisconnect -WorkspaceId 11111111-0000-4000-8000-000000000000 {Period}")
            .TheError;

        Assert.StartsWith("WorkspaceNotFound,", error.FullyQualifiedErrorId);
        Assert.Contains("Workspace ID", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_workspace_that_no_log_was_ever_sent_to()
    {
        cloud.Azure.Estate.Workspaces[0].HasTable = false;
        try
        {
            var error = _session.Run($"Get-DeviceDisconnect -WorkspaceId $workspace {Period}").TheError;

            Assert.StartsWith("TableNotFound,", error.FullyQualifiedErrorId);
            Assert.Contains("Test-DisconnectLogging", error.ErrorDetails.RecommendedAction);
        }
        finally
        {
            cloud.Azure.Estate.Workspaces[0].HasTable = true;
        }
    }

    [Fact]
    public void A_token_that_expires_on_the_way()
    {
        var tokens = cloud.Azure.Tokens;
        var token = tokens.Text(
            tokens.Issue("https://api.loganalytics.io") with
            {
                ExpiresOn = DateTimeOffset.UtcNow.AddSeconds(2),
            }
        );
        _session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud",
                ("token", Secret.Of(token))
            )
            .Clean();
        Thread.Sleep(TimeSpan.FromSeconds(2.5));

        Assert.StartsWith(
            "TokenExpired,",
            _session.Run($"Get-DeviceDisconnect -WorkspaceId $workspace {Period}").TheError.FullyQualifiedErrorId
        );
    }

    [Fact]
    public void A_token_of_another_tenant()
    {
        var tokens = cloud.Azure.Tokens;
        var token = tokens.Text(tokens.Issue("https://api.loganalytics.io") with { TenantId = Guid.NewGuid() });

        var error = _session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud; "
                    + $"Get-DeviceDisconnect -WorkspaceId $workspace {Period}",
                ("token", token)
            )
            .TheError;

        Assert.True(
            error.FullyQualifiedErrorId.StartsWith("AccessDenied,", StringComparison.Ordinal)
                || error.FullyQualifiedErrorId.StartsWith("WrongTenant,", StringComparison.Ordinal),
            $"{error.FullyQualifiedErrorId}: {error}"
        );
    }

    [Fact]
    public void No_rows_is_not_just_silence()
    {
        var outcome = _session.Run("Get-DeviceDisconnect -ResourceId $hub -StartTime 2020-01-01Z -EndTime 2020-01-02Z");

        var warning = Assert.Single(outcome.Warnings);
        Assert.StartsWith("contoso-eu: no row of the category Connections from 2019-12-31", warning);
        Assert.Contains("Rows arrive since 2026-11-16", warning);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void No_disconnect_among_the_rows_is_told_apart()
    {
        var outcome = _session.Run($"Get-DeviceDisconnect -ResourceId $hub -DeviceId nobody {Period}");

        Assert.Contains("no disconnect among them", Assert.Single(outcome.Warnings));
    }

    [Theory]
    [InlineData("03:12", "03:20", "was away throughout, since 2026-11-16 03:10:00Z, by 404104")]
    [InlineData("03:12", "03:30", "was away until 2026-11-16 03:22:30Z, since 2026-11-16 03:10:00Z, by 404104")]
    [InlineData("06:00", "06:30", "and did not try again, has no row.")]
    public void Where_a_device_was_is_told_as_far_back_as_rows_are_read(string start, string end, string words)
    {
        var outcome = _session.Run(
            "Get-DeviceDisconnect -ResourceId $hub -DeviceId meter* "
                + $"-StartTime 2026-11-16T{start}Z -EndTime 2026-11-16T{end}Z"
        );

        Assert.Empty(outcome.Output);
        Assert.Contains(words, outcome.Warnings[^1]);
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect -ResourceId /subscriptions/x", "no resource id of a hub")]
    [InlineData("Get-DeviceDisconnect -ResourceId ($hub + '/../../secrets')", "no resource id of a hub")]
    [InlineData("Get-DeviceDisconnect -HubName 'a/b' -ResourceGroupName g", "HubName")]
    [InlineData("Measure-DisconnectCause -HubName contoso-eu.azure-devices.net", "without the domain")]
    [InlineData(
        "New-DisconnectAlertRule ./alert.json -ResourceId $hub -Threshold 5 -ActionGroupId oncall",
        "'oncall' is no resource id of an action group"
    )]
    [InlineData("Get-DeviceDisconnect -ResourceId $hub -StartTime 2099-01-01Z", "later than now")]
    [InlineData("Get-DeviceDisconnect -ResourceId $hub -Last 1h -StartTime 2026-11-16Z", "-Last and -StartTime")]
    public void What_makes_no_sense_is_refused_before_anything_is_asked(string script, string because)
    {
        cloud.Azure.ForgetRequests();

        Assert.Contains(because, _session.Run(script).TheError.ToString());
        Assert.DoesNotContain(cloud.Azure.Requests, r => r.Service == AzureService.Logs);
    }

    [Fact]
    public void The_last_day_is_reported_where_no_period_is_given()
    {
        var outcome = _session.Run("Get-DeviceDisconnect -ResourceId $hub -Verbose");

        Assert.Contains(outcome.Verbose, line => line.Contains("24 hours"));
        var asked = cloud
            .Azure.Requests.First(r => r.Query is not null)
            .TimeSpan!.Split('/')
            .Select(DateTimeOffset.Parse)
            .ToArray();
        Assert.True((DateTimeOffset.UtcNow - asked[1]).Duration() < TimeSpan.FromMinutes(40));
        Assert.InRange((asked[1] - asked[0]).TotalHours, 24, 28);
    }

    [Fact]
    public void A_pause_that_the_service_asks_for_is_told_and_kept()
    {
        cloud.Azure.Faults.Add(
            new Fault(FaultKind.TooManyRequests)
            {
                Service = AzureService.Logs,
                RetryAfter = 1,
                Times = 1,
            }
        );

        var outcome = _session.Run($"Get-DeviceDisconnect -ResourceId $hub {Period} -Verbose");

        Assert.Contains(outcome.Verbose, line => line.Contains("asks for a pause of 1 s"));
        Assert.NotEmpty(outcome.Output);
    }

    public void Dispose() => _session.Dispose();
}
