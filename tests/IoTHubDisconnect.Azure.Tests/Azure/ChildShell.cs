using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests;

/// <summary>PowerShell as a process of its own, which imports the module and knows the stand-in.</summary>
internal static class ChildShell
{
    /// <summary>
    /// Runs a script that finds the stand-in's environment in <c>$cloud</c> and a token for each service in
    /// <c>$tokens</c>.
    /// </summary>
    /// <returns>The lines of output.</returns>
    public static string[] Run(Cloud cloud, string script)
    {
        var endpoints = cloud.Azure.Endpoints;
        string[] audiences =
        [
            "https://api.loganalytics.io",
            endpoints.ResourceManager.GetLeftPart(UriPartial.Authority),
        ];
        var tokens = audiences.Select(audience => cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(audience)));
        return Pwsh.Run(
                $$"""
                $ErrorActionPreference = 'Stop'
                $ProgressPreference = 'SilentlyContinue'
                Import-Module '{{Repository.PathOf("IoTHubDisconnect.psd1")}}'
                $cloud = @{ Name = 'StandIn'; AuthorityHost = '{{endpoints.Entra}}'; ResourceManager = '{{endpoints.ResourceManager}}'; Logs = '{{endpoints.Logs}}' }
                $tokens = $env:STAND_IN_TOKENS -split ' ' | ForEach-Object { [Net.NetworkCredential]::new('', $_).SecurePassword }
                $hub = '{{cloud.HubId}}'
                $workspace = '{{cloud.WorkspaceId}}'
                {{script}}
                """,
                ("STAND_IN_TOKENS", string.Join(' ', tokens)),
                ("SSL_CERT_DIR", cloud.Azure.AuthorityFolder)
            )
            .Clean()
            .Lines;
    }
}
