using System.Management.Automation;
using AzureStandIn.ResourceManager;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>Enable-DisconnectLogging where it may not or cannot: who is told what.</summary>
[Collection(nameof(HubCloud))]
public sealed class LoggingRefusedTests(HubCloud cloud) : HubWithoutLogging(cloud)
{
    [Theory]
    [InlineData(
        Permissions.WriteDiagnosticSettings,
        "-WorkspaceResourceId $to",
        "SettingDenied",
        "Monitoring Contributor on the hub"
    )]
    [InlineData(
        Permissions.ReadDiagnosticSettings,
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
        Cloud.Azure.Permissions.Revoke(revoked);

        var error = Session.Run($"Enable-DisconnectLogging $hub {place} -Confirm:$false").TheError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Contains(revoked, error.ErrorDetails.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(role, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Reader", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Cloud.Hub.DiagnosticSettings);
    }

    [Fact]
    public void Five_settings_are_as_many_as_there_may_be()
    {
        for (var i = 0; i < 5; i++)
            Cloud.Hub.DiagnosticSettings.Add(new DiagnosticSetting { Name = $"other-{i}", Categories = ["Routes"] });

        var error = Session.Run("Enable-DisconnectLogging $hub -WorkspaceResourceId $to -Confirm:$false").TheError;

        Assert.StartsWith("TooManySettings,", error.FullyQualifiedErrorId);
        Assert.DoesNotContain(Cloud.Azure.Requests, r => r.Method == "PUT");
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
            Session.Run($"Enable-DisconnectLogging $hub {place} -Confirm:$false").TheError.FullyQualifiedErrorId
        );
}
