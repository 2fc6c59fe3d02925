using AzureStandIn.ResourceManager;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>Test-DisconnectLogging: each prerequisite that is missing is told by its name, with what to do.</summary>
[Collection(nameof(HubCloud))]
public sealed class DisconnectLoggingTests(HubCloud cloud)
{
    private const string AllIsWell =
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, Workspace Passed, Rows Passed, Metric Passed";

    [Theory]
    [InlineData("all is well", AllIsWell)]
    [InlineData("all logs", AllIsWell)]
    [InlineData(
        "no setting",
        "SignIn Passed, Hub Passed, DiagnosticSetting Failed, Destination Skipped, Rows Skipped, Metric Passed"
    )]
    [InlineData(
        "another category",
        "SignIn Passed, Hub Passed, DiagnosticSetting Failed, Destination Skipped, Rows Skipped, Metric Passed"
    )]
    [InlineData(
        "switched off",
        "SignIn Passed, Hub Passed, DiagnosticSetting Failed, Destination Skipped, Rows Skipped, Metric Passed"
    )]
    [InlineData(
        "an event hub",
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, EventHub Passed, Rows Skipped, Metric Passed"
    )]
    [InlineData(
        "settings may not be read",
        "SignIn Passed, Hub Passed, DiagnosticSetting Warning, Rows Passed, Metric Passed"
    )]
    [InlineData(
        "workspace may not be looked up",
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, Workspace Warning, Rows Passed, Metric Passed"
    )]
    [InlineData("workspace may not be read", AllIsWell)]
    [InlineData(
        "workspace has no table",
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, Workspace Warning, Rows Failed, Metric Passed"
    )]
    [InlineData(
        "logs may not be read",
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, Workspace Passed, Rows Failed, Metric Passed"
    )]
    [InlineData(
        "metric may not be read",
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, Workspace Passed, Rows Passed, Metric Warning"
    )]
    [InlineData(
        "nothing measured",
        "SignIn Passed, Hub Passed, DiagnosticSetting Passed, Workspace Passed, Rows Passed, Metric Warning"
    )]
    [InlineData(
        "suspended",
        "SignIn Passed, Hub Warning, DiagnosticSetting Passed, Workspace Passed, Rows Passed, Metric Passed"
    )]
    [InlineData(
        "hub may not be read",
        "SignIn Passed, Hub Warning, DiagnosticSetting Passed, Workspace Passed, Rows Passed, Metric Passed"
    )]
    public void Tells_what_is_missing(string what, string states)
    {
        using var session = cloud.OpenFresh();
        Arrange(what);
        var checks = session.Run("Test-DisconnectLogging $hub").Clean().As<DisconnectLoggingCheck>();
        Assert.Equal(states, string.Join(", ", checks.Select(c => $"{c.Name} {c.State}")));
        Assert.All(checks, c => Assert.EndsWith(".", c.Reason, StringComparison.Ordinal));
        Assert.All(
            checks.Where(c => c.State is CheckState.Failed or CheckState.Warning),
            c => Assert.True(c is { Fix.Length: > 10, HelpUri: not null })
        );
        Assert.All(checks.Where(c => c.State is CheckState.Passed), c => Assert.Null(c.Fix));
    }

    [Fact]
    public void Every_query_is_limited_in_time()
    {
        using var session = cloud.OpenFresh();
        session.Run("Test-DisconnectLogging $hub").Clean();

        var queries = cloud.Azure.Requests.Where(r => r.Service == AzureStandIn.AzureService.Logs).ToArray();
        Assert.Equal(2, queries.Length);
        Assert.All(queries, r => Assert.Contains("where TimeGenerated >", r.Query, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, ", with gateway V1.")]
    [InlineData(false, " in westeurope.")]
    public void A_cloud_that_knows_no_newer_version_is_asked_by_an_older_one(bool isNew, string end)
    {
        using var session = cloud.OpenFresh();
        var versions = cloud.Azure.Estate.HubVersions;
        if (!isNew)
            cloud.Azure.Estate.HubVersions = [.. versions.Skip(1)];
        var check = session
            .Run("Test-DisconnectLogging $hub")
            .Clean()
            .As<DisconnectLoggingCheck>()
            .Single(c => c.Name == "Hub");
        cloud.Azure.Estate.HubVersions = versions;
        Assert.Equal(CheckState.Passed, check.State);
        Assert.EndsWith(end, check.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_since_when_rows_arrive_and_how_late()
    {
        using var session = cloud.OpenFresh();
        var rows = session
            .Run("Test-DisconnectLogging $hub | Where-Object Name -eq Rows")
            .Clean()
            .As<DisconnectLoggingCheck>()
            .Single();
        Assert.Equal((41L, cloud.Drop.AddHours(-3)), (rows.RowCount, rows.FirstRow));
        Assert.Equal(cloud.Drop.AddMinutes(24), rows.NewestRow);
        Assert.NotNull(rows.Delay);
    }

    [Fact]
    public void Skips_the_rest_without_a_hub()
    {
        using var session = cloud.OpenFresh();
        var checks = session.Run("Test-DisconnectLogging -HubName nowhere").Clean().As<DisconnectLoggingCheck>();
        Assert.Equal(
            "SignIn Passed, Hub Failed, DiagnosticSetting Skipped, Destination Skipped, Rows Skipped, Metric Skipped",
            string.Join(", ", checks.Select(c => $"{c.Name} {c.State}"))
        );
        Assert.All(checks, c => Assert.Equal("nowhere", c.HubName));
    }

    [Fact]
    public void Skips_the_rest_without_a_sign_in()
    {
        cloud.OpenFresh().Dispose();
        using var session = cloud.Open();
        session.Run(
            "Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud | Out-Null",
            ("token", cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue("https://elsewhere.example")))
        );
        var checks = session.Run("Test-DisconnectLogging $hub").As<DisconnectLoggingCheck>();
        Assert.All(checks.Skip(1), c => Assert.Equal(CheckState.Skipped, c.State));
    }

    [Theory]
    [InlineData("no setting", "The hub has no diagnostic setting")]
    [InlineData("switched off", "has Connections switched off")]
    [InlineData("all is well", "The time lies before the first row that there is. Rows arrive since")]
    public void Tells_Get_why_there_are_no_rows(string what, string reason)
    {
        using var session = cloud.OpenFresh();
        Arrange(what);
        var warning = Assert.Single(
            session
                .Run("Get-DeviceDisconnect -ResourceId $hub -StartTime $drop.AddDays(-20) -EndTime $drop.AddDays(-19)")
                .Warnings
        );
        Assert.Contains("no row of the category Connections", warning, StringComparison.Ordinal);
        Assert.Contains(reason, warning, StringComparison.Ordinal);
    }

    private void Arrange(string what)
    {
        var settings = cloud.Hub.DiagnosticSettings;
        var workspace = settings[0].WorkspaceId;
        switch (what)
        {
            case "all logs":
                Replace(
                    new DiagnosticSetting
                    {
                        Name = "everything",
                        Categories = [],
                        CategoryGroups = ["allLogs"],
                        WorkspaceId = workspace,
                    }
                );
                break;
            case "no setting":
                settings.Clear();
                break;
            case "another category":
                Replace(
                    new DiagnosticSetting
                    {
                        Name = "routes",
                        Categories = ["Routes"],
                        WorkspaceId = workspace,
                    }
                );
                break;
            case "switched off":
                Replace(
                    new DiagnosticSetting
                    {
                        Name = "off",
                        Categories = [],
                        DisabledCategories = ["Connections"],
                        WorkspaceId = workspace,
                    }
                );
                break;
            case "an event hub":
                Replace(new DiagnosticSetting { Name = "stream", EventHubName = "connections" });
                break;
            case "settings may not be read":
                cloud.Azure.Permissions.Revoke(Permissions.ReadDiagnosticSettings);
                break;
            case "workspace may not be looked up":
                cloud.Azure.Permissions.Revoke(Permissions.ReadWorkspace);
                break;
            case "workspace may not be read":
                cloud.Azure.Permissions.Revoke(Permissions.QueryWorkspace);
                break;
            case "workspace has no table":
                (cloud.Azure.Estate.Workspaces[0].HasTable, cloud.Hub.HasLogs) = (false, false);
                break;
            case "logs may not be read":
                cloud.Azure.Permissions.Revoke(Permissions.QueryResource);
                break;
            case "metric may not be read":
                cloud.Azure.Permissions.Revoke(Permissions.ReadMetrics);
                break;
            case "nothing measured":
                cloud.Hub.ConnectedDeviceCount.Clear();
                break;
            case "suspended":
                cloud.Hub.State = "Suspended";
                break;
            case "hub may not be read":
                cloud.Azure.Permissions.Revoke(Permissions.ReadHub);
                break;
        }

        void Replace(DiagnosticSetting setting) => settings[0] = setting;
    }
}
