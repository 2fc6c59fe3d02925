namespace IoTHubDisconnect.Tests.Pester;

public class PesterTests
{
    [PesterFact]
    public void Pester_suite_passes()
    {
        var (exitCode, output) = Pwsh.Run($$"""
            $ErrorActionPreference = 'Stop'
            Import-Module Pester -MinimumVersion 5.0
            Invoke-Pester -Configuration @{
                Run = @{ Path = '{{Repository.PathOf("tests/Pester")}}'; Exit = $true }
                Output = @{ RenderMode = 'Plaintext' }
            }
            """);

        Assert.True(exitCode == 0, output);
    }
}
