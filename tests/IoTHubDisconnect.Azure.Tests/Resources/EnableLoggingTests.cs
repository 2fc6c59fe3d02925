using System.Management.Automation;
using System.Text.Json;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>
/// Enable-DisconnectLogging: from no rows to rows in one command, and nothing that is there is changed.
/// </summary>
[Collection(nameof(HubCloud))]
public sealed class EnableLoggingTests(HubCloud cloud) : HubWithoutLogging(cloud)
{
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
        Assert.Equal(["Connections"], Assert.Single(Cloud.Hub.DiagnosticSettings).Categories);
        var checks = Session.Run("Test-DisconnectLogging $hub").As<DisconnectLoggingCheck>();
        Assert.Equal(CheckState.Passed, checks.Single(c => c.Name == "DiagnosticSetting").State);
        Assert.Contains(checks, c => c.Name == check);
    }

    [Fact]
    public void Makes_nothing_the_second_time()
    {
        var first = Enable("-WorkspaceResourceId $to");
        var second = Enable("-WorkspaceResourceId $to.ToUpper()");

        Assert.Equal((true, false, first.Name), (first.IsNew, second.IsNew, second.Name));
        Assert.Single(Cloud.Azure.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public void Makes_what_is_missing_of_several_places()
    {
        const string both = "-WorkspaceResourceId $to -StorageAccountId $account";
        Enable("-WorkspaceResourceId $to");

        Assert.Equal(
            [
                ("disconnect-logging", false, "workspace fleet-logs"),
                ("disconnect-logging-2", true, "storage account contosologs"),
            ],
            EnableAll(both)
        );
        Assert.All(EnableAll(both), s => Assert.False(s.IsNew));
        Assert.Equal(2, Cloud.Azure.Requests.Count(r => r.Method == "PUT"));
        Assert.Equal(2, Cloud.Hub.DiagnosticSettings.Count);
        Assert.Single(Cloud.Hub.DiagnosticSettings, s => s.WorkspaceId is not null);
    }

    [Theory]
    [InlineData("", " -EventHubName insights-logs-connections")]
    [InlineData(" -EventHubName INSIGHTS-logs-connections", "")]
    [InlineData(" -EventHubName connects", " -EventHubName Connects")]
    public void Knows_an_event_hub_that_is_sent_to(string first, string second)
    {
        var made = Enable("-EventHubAuthorizationRuleId $rule" + first);
        var there = Enable("-EventHubAuthorizationRuleId $rule.ToUpper()" + second);

        Assert.Equal((true, false, made.Name), (made.IsNew, there.IsNew, there.Name));
    }

    [Fact]
    public void Tells_of_a_rule_that_serves_another_event_hub()
    {
        Enable("-EventHubAuthorizationRuleId $rule -EventHubName connects");

        var error = Session
            .Run("Enable-DisconnectLogging $hub -EventHubAuthorizationRuleId $rule -Confirm:$false")
            .TheError;

        Assert.StartsWith("DestinationTaken,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("'disconnect-logging'", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-EventHubName", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
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
                WorkspaceId = Cloud.Azure.Estate.Workspaces[0].Id.ToString(),
            },
            new()
            {
                Name = "off",
                Categories = [],
                DisabledCategories = ["Connections"],
                StorageAccountId = Account.Id.ToString(),
            },
        ];
        foreach (var setting in before)
            Cloud.Hub.DiagnosticSettings.Add(setting);

        var made = Enable("-WorkspaceResourceId $to");

        Assert.Equal("disconnect-logging-2", made.Name);
        Assert.Equal(before, Cloud.Hub.DiagnosticSettings.Take(2));
        var error = Session
            .Run("Enable-DisconnectLogging $hub -StorageAccountId $account -Name OFF -Confirm:$false")
            .TheError;
        Assert.StartsWith("Conflict,", error.FullyQualifiedErrorId);
        Assert.Equal(3, Cloud.Hub.DiagnosticSettings.Count);
    }

    [Fact]
    public void WhatIf_shows_the_request_and_sends_none()
    {
        var screen = new ScreenHost(400, hasColour: false);
        using var session = Cloud.OpenFresh(screen);
        Cloud.Hub.DiagnosticSettings.Clear();
        session
            .Run(
                "Enable-DisconnectLogging $hub -WorkspaceResourceId $to -WhatIf",
                ("to", Cloud.Azure.Estate.Workspaces[0].Id.ToString())
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
        Assert.Empty(Cloud.Hub.DiagnosticSettings);
        Assert.DoesNotContain(Cloud.Azure.Requests, r => r.Method == "PUT");
    }

    [Theory]
    [InlineData("the same", false)]
    [InlineData("another of that name", true)]
    [InlineData("another to that place", false)]
    public void Somebody_else_may_be_quicker(string what, bool isConflict)
    {
        var workspace = Cloud.Azure.Estate.Workspaces[0].Id.ToString();
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
        Cloud.Hub.WhileSettingIsMade = () =>
        {
            Cloud.Hub.WhileSettingIsMade = null;
            Cloud.Hub.DiagnosticSettings.Add(theirs);
        };

        var outcome = Session.Run("Enable-DisconnectLogging $hub -WorkspaceResourceId $to -Confirm:$false");

        Assert.Equal(theirs, Cloud.Hub.DiagnosticSettings[0]);
        if (isConflict)
            Assert.Equal("disconnect-logging-2", Assert.Single(outcome.Clean().As<DisconnectLoggingSetting>()).Name);
        else
            Assert.Equal(
                (theirs.Name, false),
                outcome.Clean().As<DisconnectLoggingSetting>().Select(s => (s.Name, s.IsNew)).Single()
            );
    }

    [Fact]
    public void All_hubs_in_one_command()
    {
        var other = Cloud.Azure.Estate.AddHub(Cloud.Hub.Id with { Name = "zulu" });
        other.DiagnosticSettings.Clear();

        var made = Session
            .Run("Enable-DisconnectLogging -HubName * -WorkspaceResourceId $to -Confirm:$false")
            .Clean()
            .As<DisconnectLoggingSetting>();

        Cloud.Azure.Estate.Remove(other);
        Assert.Equal(Cloud.Azure.Estate.Hubs.Count + 1, made.Length);
        Assert.All(made, setting => Assert.True(setting.IsNew));
    }

    private IEnumerable<(string Name, bool IsNew, string Destination)> EnableAll(string places) =>
        Session
            .Run($"Enable-DisconnectLogging $hub {places} -Confirm:$false")
            .Clean()
            .As<DisconnectLoggingSetting>()
            .Select(s => (s.Name, s.IsNew, s.Destination));

    private DisconnectLoggingSetting Enable(string place) =>
        Assert.Single(
            Session.Run($"Enable-DisconnectLogging $hub {place} -Confirm:$false").Clean().As<DisconnectLoggingSetting>()
        );
}
