using System.Reflection;
using System.Text.Json;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Pester;

/// <summary>Runs the files in tests/Pester.</summary>
internal static class PesterRun
{
    private static readonly string Module = typeof(PesterRun)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Pester")
        .Value!;

    public static IReadOnlyList<PesterTest> Tests()
    {
        var results = Path.GetTempFileName();
        try
        {
            var run = Pwsh.Run(
                $$"""
                $ErrorActionPreference = 'Stop'
                $ProgressPreference = 'SilentlyContinue'
                Import-Module '{{Module}}'
                $run = Invoke-Pester -Configuration @{
                    Run = @{ Path = '{{Repository.PathOf("tests/Pester")}}'; PassThru = $true }
                    Output = @{ Verbosity = 'None' }
                }
                $results = @($run.Tests) + @($run.FailedBlocks) + @($run.FailedContainers) | ForEach-Object {
                    @{ Name = $_.ExpandedPath ? $_.ExpandedPath : "$($_.Item)"; Result = "$($_.Result)"; Error = "$($_.ErrorRecord)" }
                }
                ConvertTo-Json @($results) | Set-Content '{{results}}'
                """
            );
            run.Clean();
            return JsonSerializer.Deserialize<PesterTest[]>(File.ReadAllText(results))!;
        }
        finally
        {
            File.Delete(results);
        }
    }
}
