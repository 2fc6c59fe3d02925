using AzureStandIn.Identity;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>Managed identity in the shapes that machines of Azure have.</summary>
[Collection(nameof(TinyCloud))]
public sealed class ManagedIdentityTests(TinyCloud cloud)
{
    [Theory]
    [InlineData("AppService", false)]
    [InlineData("AppService", true)]
    [InlineData("Automation", false)]
    [InlineData("Automation", true)]
    [InlineData("InstanceMetadata", false)]
    [InlineData("InstanceMetadata", true)]
    public void Signs_in_as_the_identity_of_the_machine(string shape, bool isUserAssigned)
    {
        var identity = isUserAssigned ? TinyCloud.UserAssigned : ManagedIdentity.DefaultSystemAssigned;
        using var variables = Of(shape);
        using var session = cloud.Open();

        var context = session
            .Run(
                "Connect-IoTHubDisconnect -Identity -AccountId $id -Environment $cloud",
                ("id", isUserAssigned ? $"{identity.ClientId}" : null)
            )
            .Clean()
            .As<AzureContext>()
            .Single();

        Assert.Equal($"{identity.ClientId}", context.Account);
        Assert.Equal($"{cloud.Azure.Options.TenantId}", context.TenantId);
        Assert.Equal("StandIn", context.Environment);
        Assert.NotEmpty(
            session
                .Run("Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z")
                .Clean()
                .Output
        );
    }

    [Theory]
    [InlineData("AppService")]
    [InlineData("InstanceMetadata")]
    public void Says_when_the_machine_has_no_such_identity(string shape)
    {
        using var variables = Of(shape);
        using var session = cloud.Open();

        var error = session
            .Run(
                "Connect-IoTHubDisconnect -Identity -AccountId 11111111-0000-4000-8000-000000000000 -Environment $cloud"
            )
            .TheError;

        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId);
        Assert.Contains("identity", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Says_when_the_machine_has_no_identity_at_all()
    {
        using var variables = new Variables(("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:9/"));
        using var session = cloud.Open();

        var error = session
            .Run(
                "Connect-IoTHubDisconnect -Identity -AccountId 22222222-0000-4000-8000-000000000000 -Environment $cloud"
            )
            .TheError;

        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId);
        Assert.Contains("Connect-IoTHubDisconnect", error.ErrorDetails.RecommendedAction);
    }

    private Variables Of(string shape) =>
        shape switch
        {
            "AppService" => new(
                ("IDENTITY_ENDPOINT", $"{cloud.Azure.Endpoints.AppServiceIdentity}"),
                ("IDENTITY_HEADER", cloud.Azure.Options.IdentityHeader)
            ),
            "Automation" => new(
                ("IDENTITY_ENDPOINT", $"{cloud.Azure.Endpoints.AutomationIdentity}"),
                ("IDENTITY_HEADER", cloud.Azure.Options.IdentityHeader)
            ),
            _ => new(("AZURE_POD_IDENTITY_AUTHORITY_HOST", $"{cloud.Azure.Endpoints.InstanceMetadata}")),
        };
}
