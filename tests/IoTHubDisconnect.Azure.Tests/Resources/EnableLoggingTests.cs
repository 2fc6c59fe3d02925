using System.Management.Automation;
using System.Text.Json;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>
/// Enable-DisconnectLogging: from no rows to rows in one command, and nothing that is there is changed.
/// </summary>
[Collection(nameof(HubCloud))]
public sealed class EnableLoggingTests : IDisposable
{
    private readonly HubCloud _cloud;
    private readonly Session _session;
    private readonly StorageAccount _account;

    public EnableLoggingTests(HubCloud cloud)
    {
        _cloud = cloud;
        _session = cloud.OpenFresh();
        var id = cloud.Hub.Id;
        _account = new StorageAccount(
            id with
            {
                Type = StorageAccount.Type,
                Name = "contosologs",
            },
            new Uri("https://contosologs.blob.core.windows.net/")
        );
        cloud.Azure.Estate.Add(_account);
        cloud.Hub.DiagnosticSettings.Clear();
        _session
            .Run(
                "$null",
                ("to", cloud.Azure.Estate.Workspaces[0].Id.ToString()),
                ("account", _account.Id.ToString()),
                (
                    "rule",
                    $"/subscriptions/{id.SubscriptionId}/resourceGroups/{id.ResourceGroup}"
                        + "/providers/Microsoft.EventHub/namespaces/contoso/authorizationRules"
                        + "/RootManageSharedAccessKey"
                )
            )
            .Clean();
        cloud.Azure.ForgetRequests();
    }

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Hub.WhileSettingIsMade = null;
    }

    [Theory]
    [InlineData("-WorkspaceResourceId $to", "workspace fleet-logs", "Workspace")]
    [InlineData("-StorageAccountId $account", "storage account contosologs", "Storage")]
    [InlineData("-EventHubAuthorizationRuleId $rule -EventHubName connects", "event hub connects", "EventHub")]
    [InlineData(
        "-WorkspaceResourceId $to -StorageAccountId $account",
        "workspace fleet-logs, storage account contosologs",
        "Workspace"
    )]
    public void Makes_what_the_test_found_missing(string place, string destination, string check)
    {
        var made = Enable(place);

        Assert.Equal(
            (HubCloud.Name.ToLowerInvariant(), "disconnect-logging", true, destination),
            (made.HubName, made.Name, made.IsNew, made.Destination)
        );
        Assert.Equal(["Connections"], Assert.Single(_cloud.Hub.DiagnosticSettings).Categories);
        var checks = _session.Run("Test-DisconnectLogging $hub").As<DisconnectLoggingCheck>();
        Assert.Equal(CheckState.Passed, checks.Single(c => c.Name == "DiagnosticSetting").State);
        Assert.Contains(checks, c => c.Name == check);
    }

    [Fact]
    public void Makes_nothing_the_second_time()
    {
        var first = Enable("-WorkspaceResourceId $to");
        var second = Enable("-WorkspaceResourceId $to.ToUpper()");

        Assert.Equal((true, false, first.Name), (first.IsNew, second.IsNew, second.Name));
        Assert.Single(_cloud.Azure.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public void Changes_nothing_that_is_there()
    {
        DiagnosticSetting[] before =
        [
            new()
            {
                Name = "disconnect-logging",
                Categories = ["Routes"],
                WorkspaceId = _cloud.Azure.Estate.Workspaces[0].Id.ToString(),
            },
            new()
            {
                Name = "off",
                Categories = [],
                DisabledCategories = ["Connections"],
                StorageAccountId = _account.Id.ToString(),
            },
        ];
        foreach (var setting in before)
            _cloud.Hub.DiagnosticSettings.Add(setting);

        var made = Enable("-WorkspaceResourceId $to");

        Assert.Equal("disconnect-logging-2", made.Name);
        Assert.Equal(before, _cloud.Hub.DiagnosticSettings.Take(2));
        var error = _session
            .Run("Enable-DisconnectLogging $hub -StorageAccountId $account -Name OFF -Confirm:$false")
            .TheError;
        Assert.StartsWith("Conflict,", error.FullyQualifiedErrorId);
        Assert.Equal(3, _cloud.Hub.DiagnosticSettings.Count);
    }

    [Fact]
    public void WhatIf_shows_the_request_and_sends_none()
    {
        var screen = new ScreenHost(400, hasColour: false);
        using var session = _cloud.OpenFresh(screen);
        _cloud.Hub.DiagnosticSettings.Clear();
        session
            .Run(
                "Enable-DisconnectLogging $hub -WorkspaceResourceId $to -WhatIf",
                ("to", _cloud.Azure.Estate.Workspaces[0].Id.ToString())
            )
            .Clean();

        var shown = screen.Text;
        Assert.Contains("What if:", shown, StringComparison.Ordinal);
        var body = JsonDocument.Parse(shown[shown.IndexOf('{')..(shown.LastIndexOf('}') + 1)]).RootElement;
        Assert.Equal(
            "Connections",
            body.GetProperty("properties").GetProperty("logs")[0].GetProperty("category").GetString()
        );
        Assert.Contains("PUT https://", shown, StringComparison.Ordinal);
        Assert.Contains(
            "/diagnosticSettings/disconnect-logging?api-version=2021-05-01-preview",
            shown,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Bearer", shown, StringComparison.Ordinal);
        Assert.Empty(_cloud.Hub.DiagnosticSettings);
        Assert.DoesNotContain(_cloud.Azure.Requests, r => r.Method == "PUT");
    }

    [Theory]
    [InlineData("the same", false)]
    [InlineData("another of that name", true)]
    [InlineData("another to that place", false)]
    public void Somebody_else_may_be_quicker(string what, bool isConflict)
    {
        var workspace = _cloud.Azure.Estate.Workspaces[0].Id.ToString();
        var theirs = what switch
        {
            "the same" => new DiagnosticSetting { Name = "disconnect-logging", WorkspaceId = workspace },
            "another of that name" => new DiagnosticSetting
            {
                Name = "disconnect-logging",
                Categories = ["Routes"],
                WorkspaceId = workspace,
            },
            _ => new DiagnosticSetting { Name = "theirs", WorkspaceId = workspace },
        };
        _cloud.Hub.WhileSettingIsMade = () =>
        {
            _cloud.Hub.WhileSettingIsMade = null;
            _cloud.Hub.DiagnosticSettings.Add(theirs);
        };

        var outcome = _session.Run("Enable-DisconnectLogging $hub -WorkspaceResourceId $to -Confirm:$false");

        Assert.Equal(theirs, _cloud.Hub.DiagnosticSettings[0]);
        if (isConflict)
            Assert.Equal("disconnect-logging-2", Assert.Single(outcome.Clean().As<DisconnectLoggingSetting>()).Name);
        else
            Assert.Equal(
                (theirs.Name, false),
                outcome.Clean().As<DisconnectLoggingSetting>().Select(s => (s.Name, s.IsNew)).Single()
            );
    }

    [Theory]
    [InlineData(
        Permissions.WriteDiagnosticSettings,
        "-WorkspaceResourceId $to",
        "SettingDenied",
        "Monitoring Contributor on the hub"
    )]
    [InlineData(
        Permissions.UseWorkspaceKeys,
        "-WorkspaceResourceId $to",
        "DestinationDenied",
        "Monitoring Contributor (a workspace)"
    )]
    [InlineData(
        Permissions.UseStorageKeys,
        "-StorageAccountId $account",
        "DestinationDenied",
        "Storage Account Contributor"
    )]
    [InlineData(
        Permissions.UseEventHubKeys,
        "-EventHubAuthorizationRuleId $rule",
        "DestinationDenied",
        "Azure Event Hubs Data Owner"
    )]
    public void Who_lacks_a_role_is_told_which(string revoked, string place, string id, string role)
    {
        _cloud.Azure.Permissions.Revoke(revoked);

        var error = _session.Run($"Enable-DisconnectLogging $hub {place} -Confirm:$false").TheError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Contains(revoked, error.ErrorDetails.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(role, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_cloud.Hub.DiagnosticSettings);
    }

    [Fact]
    public void Five_settings_are_as_many_as_there_may_be()
    {
        for (var i = 0; i < 5; i++)
            _cloud.Hub.DiagnosticSettings.Add(new DiagnosticSetting { Name = $"other-{i}", Categories = ["Routes"] });

        var error = _session.Run("Enable-DisconnectLogging $hub -WorkspaceResourceId $to -Confirm:$false").TheError;

        Assert.StartsWith("TooManySettings,", error.FullyQualifiedErrorId);
        Assert.DoesNotContain(_cloud.Azure.Requests, r => r.Method == "PUT");
    }

    [Theory]
    [InlineData("", "NoDestination")]
    [InlineData("-EventHubName connects -StorageAccountId $account", "EventHubWithoutRule")]
    [InlineData("-WorkspaceResourceId $workspace", "ParameterArgumentValidationError")]
    [InlineData("-WorkspaceResourceId $account", "ParameterArgumentValidationError")]
    [InlineData("-WorkspaceResourceId $to -Name 'a/b'", "ParameterArgumentValidationError")]
    [InlineData("-WorkspaceResourceId ($to + '-gone')", "SettingRefused")]
    public void What_cannot_be_is_refused(string place, string id) =>
        Assert.StartsWith(
            $"{id},",
            _session.Run($"Enable-DisconnectLogging $hub {place} -Confirm:$false").TheError.FullyQualifiedErrorId
        );

    [Fact]
    public void All_hubs_in_one_command()
    {
        var other = _cloud.Azure.Estate.AddHub(_cloud.Hub.Id with { Name = "zulu" });
        other.DiagnosticSettings.Clear();

        var made = _session
            .Run("Enable-DisconnectLogging -HubName * -WorkspaceResourceId $to -Confirm:$false")
            .Clean()
            .As<DisconnectLoggingSetting>();

        _cloud.Azure.Estate.Remove(other);
        Assert.Equal(_cloud.Azure.Estate.Hubs.Count + 1, made.Length);
        Assert.All(made, setting => Assert.True(setting.IsNew));
    }

    private DisconnectLoggingSetting Enable(string place) =>
        Assert.Single(
            _session
                .Run($"Enable-DisconnectLogging $hub {place} -Confirm:$false")
                .Clean()
                .As<DisconnectLoggingSetting>()
        );
}
