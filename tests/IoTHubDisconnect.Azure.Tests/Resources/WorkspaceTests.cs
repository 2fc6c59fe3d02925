using AzureStandIn.ResourceManager;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>What the workspace of a hub's logs says of itself: why there is no row where all else is well.</summary>
[Collection(nameof(HubCloud))]
public sealed class WorkspaceTests(HubCloud cloud) : IDisposable
{
    private Workspace Workspace => cloud.Azure.Estate.Workspaces[0];

    [Theory]
    [InlineData("OverQuota", CheckState.Failed, "has used up its daily cap of 0.5 GB, and takes no rows until")]
    [InlineData("ApproachingQuota", CheckState.Warning, "has nearly used up its daily cap of 0.5 GB")]
    [InlineData("ForceOff", CheckState.Failed, "Azure has switched that off (ForceOff)")]
    [InlineData("SubscriptionSuspended", CheckState.Failed, "Azure has switched that off")]
    [InlineData("RespectQuota", CheckState.Passed, "can be read, and keeps rows for 30 days.")]
    public void Tells_of_a_cap(string status, CheckState state, string reason)
    {
        using var session = cloud.OpenFresh();
        (Workspace.DataIngestionStatus, Workspace.DailyQuotaGb) = (status, 0.5);

        var check = Check(session.Run("Test-DisconnectLogging $hub").Clean());

        Assert.Equal(state, check.State);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Disabled", null)]
    [InlineData("Disabled", "contoso-ampls")]
    [InlineData("SecuredByPerimeter", null)]
    public void A_private_network_is_no_missing_role(string access, string? scope)
    {
        using var session = cloud.OpenFresh();
        (Workspace.PublicNetworkAccessForQuery, Workspace.PrivateLinkScope) = (access, scope);

        var check = Check(session.Run("Test-DisconnectLogging $hub").Clean());
        var error = session.Run("Get-DeviceDisconnect -WorkspaceId $workspace -Last 6h").TheError;

        Assert.Equal(CheckState.Failed, check.State);
        Assert.Contains("answers no queries from this network", check.Reason, StringComparison.Ordinal);
        Assert.Contains("No role opens it", check.Fix, StringComparison.Ordinal);
        Assert.StartsWith("PrivateNetworkOnly,", error.FullyQualifiedErrorId);
        Assert.Contains("No role opens it", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Log Analytics Reader", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, CheckState.Warning, CheckState.Passed)]
    [InlineData(false, CheckState.Failed, CheckState.Failed)]
    public void Who_is_let_in_by_the_network_lacks_the_role_first(bool takesRoles, CheckState state, CheckState rows)
    {
        using var session = cloud.OpenFresh();
        (Workspace.PublicNetworkAccessForQuery, Workspace.LetsIn) = ("SecuredByPerimeter", true);
        Workspace.EnableLogAccessUsingOnlyResourcePermissions = takesRoles;
        cloud.Azure.Permissions.Revoke(Permissions.QueryWorkspace);

        var checks = session.Run("Test-DisconnectLogging $hub").Clean();

        var check = Check(checks);
        Assert.Equal(state, check.State);
        Assert.StartsWith("The identity may not read the workspace", check.Reason, StringComparison.Ordinal);
        Assert.StartsWith("Give the identity the role Log Analytics Reader", check.Fix, StringComparison.Ordinal);
        Assert.Contains("network security perimeter", check.Fix, StringComparison.Ordinal);
        Assert.Equal(rows, checks.As<DisconnectLoggingCheck>().Single(c => c.Name == "Rows").State);
    }

    [Fact]
    public void A_role_on_the_hub_alone_is_not_always_enough()
    {
        using var session = cloud.OpenFresh();
        Workspace.EnableLogAccessUsingOnlyResourcePermissions = false;
        cloud.Azure.Permissions.Revoke(Permissions.QueryWorkspace);

        var checks = session.Run("Test-DisconnectLogging $hub").Clean();
        var rows = session.Run("Get-DeviceDisconnect -ResourceId $hub -Last 6h");

        Assert.Contains("takes no notice of roles on the hub alone", Check(checks).Reason, StringComparison.Ordinal);
        var arrival = checks.As<DisconnectLoggingCheck>().Single(c => c.Name == "Rows");
        Assert.Equal(CheckState.Failed, arrival.State);
        Assert.Contains(
            "holds rows of the hub, and the identity may not read them",
            arrival.Reason,
            StringComparison.Ordinal
        );
        Assert.Contains(
            rows.Warnings,
            w => w.Contains($"the workspace {Workspace.Id.Name} holds rows of it", StringComparison.Ordinal)
        );
        Assert.All(
            cloud.Azure.Requests.Where(r => r.Service == AzureStandIn.AzureService.Logs),
            r => Assert.Contains("include-permissions=true", r.Headers["Prefer"], StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Permissions.QueryWorkspace, "The hub's logging works")]
    [InlineData(Permissions.ReadWorkspace, "The hub's logging works")]
    [InlineData("OverQuota", "has used up its daily cap")]
    public void A_quiet_time_is_no_workspaces_fault_where_rows_can_be_read(string what, string reason)
    {
        using var session = cloud.OpenFresh();
        if (what == "OverQuota")
            Workspace.DataIngestionStatus = what;
        else
            cloud.Azure.Permissions.Revoke(what);

        var quiet = session.Run(
            "Get-DeviceDisconnect -ResourceId $hub -StartTime $drop.AddMinutes(-45) -EndTime $drop.AddMinutes(-35)"
        );

        var warning = Assert.Single(quiet.Warnings);
        Assert.Contains(reason, warning, StringComparison.Ordinal);
        Assert.DoesNotContain("Log Analytics Reader", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_on_the_hub_alone_is_enough_where_the_workspace_takes_it()
    {
        using var session = cloud.OpenFresh();
        cloud.Azure.Permissions.Revoke(Permissions.QueryWorkspace);

        var checks = session.Run("Test-DisconnectLogging $hub").Clean();

        Assert.All(checks.As<DisconnectLoggingCheck>(), c => Assert.Equal(CheckState.Passed, c.State));
        Assert.Contains("-WorkspaceId would take", Check(checks).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network", "answers no queries from this network", "No role opens it")]
    [InlineData("role", "the identity may not read them", "Give the identity the role Log Analytics Reader")]
    [InlineData("not known", "may not read them or this network is not let in", "Log Analytics Reader on")]
    [InlineData("both", "may not read them or this network is not let in", "perimeter lets it in")]
    public void Rows_that_are_left_out_are_told_by_what(string obstacle, string reason, string fix)
    {
        using var session = cloud.OpenFresh();
        var isRole = obstacle is "role" or "both";
        Workspace.PublicNetworkAccessForQuery = obstacle == "role" ? "Enabled" : "Disabled";
        Workspace.EnableLogAccessUsingOnlyResourcePermissions = !isRole;
        if (isRole)
            cloud.Azure.Permissions.Revoke(Permissions.QueryWorkspace);
        if (obstacle == "not known")
            cloud.Azure.Permissions.Revoke(Permissions.ReadWorkspace);

        var warning = session
            .Run("Get-DeviceDisconnect -ResourceId $hub -Last 6h")
            .Warnings.First(w => w.Contains("holds rows of it", StringComparison.Ordinal));
        var rows = session
            .Run("Test-DisconnectLogging $hub")
            .As<DisconnectLoggingCheck>()
            .Single(c => c.Name == "Rows");

        foreach (var (said, advice) in new[] { (warning, warning), (rows.Reason, rows.Fix!) })
        {
            Assert.Contains(reason, said, StringComparison.Ordinal);
            Assert.Contains(fix, advice, StringComparison.Ordinal);
        }
        Assert.Equal(obstacle != "network", rows.Fix!.Contains("Log Analytics Reader", StringComparison.Ordinal));
        Assert.Equal(obstacle != "network", warning.Contains("Log Analytics Reader", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("on the hub", "azurediagnostics", true)]
    [InlineData("on the workspace", "AzureDiagnostics", true)]
    [InlineData("on the workspace", "AzureActivity", false)]
    public void A_table_that_a_role_keeps_closed_is_told(string where, string table, bool isTold)
    {
        using var session = cloud.OpenFresh();
        (Workspace.PublicNetworkAccessForQuery, Workspace.LetsIn) = ("SecuredByPerimeter", true);
        if (where == "on the hub")
            cloud.Hub.DeniedTables = [table];
        else
            Workspace.DeniedTables = [table];

        var outcome = session.Run("Get-DeviceDisconnect -ResourceId $hub -Last 6h");
        var rows = session
            .Run("Test-DisconnectLogging $hub")
            .As<DisconnectLoggingCheck>()
            .Single(c => c.Name == "Rows");

        const string words = "the identity may not read them";
        Assert.Equal(isTold, outcome.Warnings.Any(w => w.Contains(words, StringComparison.Ordinal)));
        Assert.Equal(isTold, rows.Reason.Contains(words, StringComparison.Ordinal));
        Assert.Equal(isTold ? CheckState.Failed : CheckState.Passed, rows.State);
    }

    [Fact]
    public void One_workspace_that_is_closed_leaves_the_others_to_be_read()
    {
        using var session = cloud.OpenFresh();
        var closed = AddClosed();

        var outcome = session.Run(
            "$closed, $workspace | ForEach-Object { [pscustomobject]@{ CustomerId = $_ } } | "
                + "Measure-DisconnectCause -Last 6h",
            ("closed", closed.CustomerId)
        );

        Assert.StartsWith("PrivateNetworkOnly,", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
        Assert.NotEmpty(outcome.Output);
    }

    [Fact]
    public void One_workspace_that_is_closed_does_not_hide_that_rows_are_missing()
    {
        using var session = cloud.OpenFresh();
        var closed = AddClosed();
        cloud.Hub.DiagnosticSettings.Add(new DiagnosticSetting { Name = "more", WorkspaceId = closed.Id.ToString() });

        var outcome = session.Run("Get-DeviceDisconnect -ResourceId $hub -Last 6h");

        Assert.NotEmpty(outcome.Output);
        Assert.Contains(
            "the workspace security-logs holds rows",
            Assert.Single(outcome.Warnings),
            StringComparison.Ordinal
        );
    }

    public void Dispose()
    {
        (Workspace.DataIngestionStatus, Workspace.DailyQuotaGb) = ("RespectQuota", -1);
        (Workspace.PublicNetworkAccessForQuery, Workspace.LetsIn, Workspace.PrivateLinkScope) = (
            "Enabled",
            false,
            null
        );
        Workspace.EnableLogAccessUsingOnlyResourcePermissions = true;
        (Workspace.DeniedTables, cloud.Hub.DeniedTables) = ([], []);
    }

    private Workspace AddClosed()
    {
        var closed = new Workspace(Workspace.Id with { Name = "security-logs" }, Guid.NewGuid())
        {
            PublicNetworkAccessForQuery = "Disabled",
        };
        cloud.Azure.Estate.Add(closed);
        return closed;
    }

    private static DisconnectLoggingCheck Check(IoTHubDisconnect.Tests.Engine.Outcome outcome) =>
        outcome.As<DisconnectLoggingCheck>().Single(c => c.Name == "Workspace");
}
