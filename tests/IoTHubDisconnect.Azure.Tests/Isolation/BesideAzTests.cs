using System.Reflection;

namespace IoTHubDisconnect.Azure.Tests.Isolation;

/// <summary>Az modules bring an Azure SDK of their own into the process, as often as not an older one.</summary>
[Collection(nameof(TinyCloud))]
public sealed class BesideAzTests(TinyCloud cloud)
{
    private static string PathOf(string package) =>
        typeof(BesideAzTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == package)
            .Value!;

    [Fact]
    public void Every_cmdlet_works_beside_an_older_SDK()
    {
        var lines = ChildShell.Run(
            cloud,
            $$"""
            $core = [Reflection.Assembly]::LoadFrom('{{PathOf("OlderAzureCore")}}')
            $identity = [Reflection.Assembly]::LoadFrom('{{PathOf("OlderAzureIdentity")}}')
            [void]$identity.GetType('Azure.Identity.ClientSecretCredential').GetConstructors()
            $period = @{ StartTime = '2026-11-16Z'; EndTime = '2026-11-18Z' }
            "$((Connect-IoTHubDisconnect -TenantId '{{cloud.Azure.Options.TenantId}}' -ApplicationId '{{cloud.Azure.Options.ServicePrincipals[
                0
            ].ClientId}}' -ClientSecret ([Net.NetworkCredential]::new('', '{{cloud.Azure.Options.ServicePrincipals[
                0
            ].Secret}}').SecurePassword) -Environment $cloud).Environment)"
            "$(@(Get-DeviceDisconnect -ResourceId $hub @period).Count)"
            "$(@(Get-DeviceDisconnect -HubName contoso-eu -ResourceGroupName contoso-iot @period | Resolve-DisconnectCause).Count)"
            "$(@(Measure-DisconnectCause -WorkspaceId $workspace @period).Count -gt 0)"
            "$(@(Get-ConnectedDeviceCount $hub -Last 1h -WarningAction SilentlyContinue).Count)"
            "$((Test-DisconnectLogging $hub).Name)"
            "$((Get-DisconnectQuery -WorkspaceId $workspace -Last 1h) -like '*| where*')"
            Disconnect-IoTHubDisconnect
            "$($core.GetName().Version) $($identity.GetName().Version)"
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Azure.Core' } | ForEach-Object { "$($_.GetName().Version) in $([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name)" }
            """
        );

        Assert.Equal(
            [
                "StandIn",
                "10",
                "10",
                "True",
                "60",
                "SignIn Hub DiagnosticSetting Workspace Rows Metric",
                "True",
                "1.36.0.0 1.9.0.0",
            ],
            lines[..8]
        );
        Assert.Equal(2, lines[8..].Length);
        Assert.Contains(lines, line => line.EndsWith("in IoTHubDisconnect", StringComparison.Ordinal));
    }
}
