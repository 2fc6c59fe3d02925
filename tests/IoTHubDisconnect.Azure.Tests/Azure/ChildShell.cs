using System.Diagnostics;

namespace IoTHubDisconnect.Azure.Tests;

/// <summary>The console host as a process of its own, which imports the module, and loads an SDK only when one is needed.</summary>
internal static class ChildShell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a script that finds the stand-in's environment in <c>$cloud</c> and a token for each service in <c>$tokens</c>.</summary>
    /// <returns>The lines of output.</returns>
    public static string[] Run(Cloud cloud, string script)
    {
        var endpoints = cloud.Azure.Endpoints;
        string[] audiences = ["https://api.loganalytics.io", endpoints.ResourceManager.GetLeftPart(UriPartial.Authority)];
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "IoTHubDisconnect.Shell.dll"), "-NonInteractive", "-Command",
            $$"""
            $ErrorActionPreference = 'Stop'
            $cloud = @{ Name = 'StandIn'; AuthorityHost = '{{endpoints.Entra}}'; ResourceManager = '{{endpoints.ResourceManager}}'; Logs = '{{endpoints.Logs}}' }
            $tokens = $env:STAND_IN_TOKENS -split ' ' | ForEach-Object { [Net.NetworkCredential]::new('', $_).SecurePassword }
            $hub = '{{cloud.HubId}}'
            $workspace = '{{cloud.WorkspaceId}}'
            {{script}}
            """,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STAND_IN_TOKENS"] = string.Join(' ', audiences.Select(a => cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(a))));
        start.Environment["SSL_CERT_DIR"] = cloud.Azure.AuthorityFolder;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
        Assert.True(error.Result.Length == 0, error.Result);
        Assert.Equal(0, process.ExitCode);
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
