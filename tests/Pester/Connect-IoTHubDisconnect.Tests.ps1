BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $nowhere = @{ Name = 'Nowhere'; AuthorityHost = 'https://127.0.0.1:9/'; Logs = 'https://127.0.0.1:9/' }

    # What is bound is what module logging writes.
    function Get-BindingTrace([scriptblock] $Script) {
        Trace-Command ParameterBinding $Script -FilePath "$TestDrive/trace.txt" 2>&1 | Out-Null
        Get-Content "$TestDrive/trace.txt" -Raw
    }
}

Describe 'Connect-IoTHubDisconnect' {
    It 'binds -<Parameter> so that no log of it shows the secret' -ForEach @(
        @{ Parameter = 'ClientSecret'; Script = { try { Connect-IoTHubDisconnect -TenantId t -ApplicationId a -ClientSecret $secret -Environment $nowhere } catch { } } }
        @{ Parameter = 'CertificatePassword'; Script = { try { Connect-IoTHubDisconnect -TenantId t -ApplicationId a -CertificatePath ./none.pfx -CertificatePassword $secret -Environment $nowhere } catch { } } }
        @{ Parameter = 'AccessToken'; Script = { try { Connect-IoTHubDisconnect -AccessToken $secret, $secret -Environment $nowhere } catch { } } }
        @{ Parameter = 'ConnectionString'; Script = { Test-DeviceConnectivity -ConnectionString $secret -ErrorAction Ignore } }
        @{ Parameter = 'SharedAccessKey'; Script = { Test-DeviceConnectivity a -DeviceId d -SharedAccessKey $secret -ErrorAction Ignore } }
        @{ Parameter = 'SasToken'; Script = { Test-DeviceConnectivity a -DeviceId d -SasToken $secret -ErrorAction Ignore } }
    ) {
        $secret = ConvertTo-SecureString 'correct-horse' -AsPlainText -Force
        $trace = Get-BindingTrace $Script
        $trace | Should -Match "param \[$Parameter\] SUCCESSFUL"
        $trace | Should -Not -Match 'correct-horse'
    }

    It 'takes a secret as text, and warns of it' {
        { Connect-IoTHubDisconnect -AccessToken nonsense -WarningVariable warnings -WarningAction SilentlyContinue } | Should -Throw -ErrorId 'CredentialRefused*'
        try { Connect-IoTHubDisconnect -AccessToken nonsense -WarningVariable warnings -WarningAction SilentlyContinue } catch { }
        $warnings | Should -Match '^-AccessToken was given as text'
    }

    It 'takes hosts of your own by their bare names' {
        { Connect-IoTHubDisconnect -AccessToken nonsense -TrustedHost https://logs.contoso.com -WarningAction Ignore } | Should -Throw '*is no host name*'
    }

    It 'names Connect-AzAccount and -AzContext where nobody is signed in' {
        $text = Invoke-FreshSession "
            'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET', 'AZURE_TENANT_ID', 'IDENTITY_ENDPOINT' | ForEach-Object { Remove-Item env:`$_ -ErrorAction Ignore }
            `$env:AZURE_POD_IDENTITY_AUTHORITY_HOST = 'http://127.0.0.1:9/'
            Import-Module '$manifest'
            try { Connect-IoTHubDisconnect -AzContext } catch { `$_.FullyQualifiedErrorId; `$_.ErrorDetails.RecommendedAction }"
        $text[0] | Should -BeLike 'NotSignedIn*'
        $text[1] | Should -Match 'Connect-AzAccount.*-AzContext'
    }
}
