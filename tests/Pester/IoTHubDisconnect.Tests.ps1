BeforeDiscovery {
    $cmdlets = (Import-PowerShellDataFile $PSScriptRoot/../../IoTHubDisconnect.psd1).CmdletsToExport
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'The manifest' {
    BeforeAll {
        $info = Test-ModuleManifest $manifest -ErrorAction Stop
    }

    It 'is valid and names <_>' -ForEach 'Version', 'Author', 'Description', 'Guid', 'LicenseUri', 'ReleaseNotes' {
        $info.$_ | Should -Not -BeNullOrEmpty
    }

    It 'is for PowerShell 7.4 and later, Core edition' {
        $info.PowerShellVersion | Should -Be ([version] '7.4')
        $info.CompatiblePSEditions | Should -Be Core
    }

    It 'lists what it exports by name, so that the module is found by its commands' {
        (Import-PowerShellDataFile $manifest).CmdletsToExport | Should -Not -Contain '*'
    }
}

Describe 'The module' {
    It 'is loaded from this repository' {
        (Get-Module IoTHubDisconnect).ModuleBase | Should -Be $root
    }

    It 'exports its cmdlets and nothing else' {
        $exported = Get-Command -Module IoTHubDisconnect
        $exported.CommandType | Sort-Object -Unique | Should -Be Cmdlet
        $exported.Name | Sort-Object | Should -Be @(
            'Compare-DisconnectCause', 'Connect-IoTHubDisconnect', 'Disconnect-IoTHubDisconnect', 'Enable-DisconnectLogging'
            'Export-DisconnectReport', 'Get-ConnectedDeviceCount', 'Get-DeviceAttention'
            'Get-DeviceDisconnect', 'Get-DisconnectQuery', 'Get-DisconnectSolution', 'Measure-DisconnectCause', 'New-DisconnectAlertRule'
            'Publish-DisconnectReport', 'Resolve-DisconnectCause', 'Test-DeviceConnectivity', 'Test-DisconnectLogging')
        (Get-Module IoTHubDisconnect).ExportedVariables.Keys | Should -BeNullOrEmpty
    }

    It 'names <_> with an approved verb, and declares the one type that it gives, which nobody can change' -ForEach $cmdlets {
        $command = Get-Command $_
        Get-Verb $command.Verb | Should -Not -BeNullOrEmpty
        $command.OutputType | Should -HaveCount ($command.Verb -eq 'Disconnect' ? 0 : 1)
        $command.OutputType.Type.IsSealed | Should -Not -Contain $false
        $command.OutputType.Type.IsPublic | Should -Not -Contain $false
        $command.OutputType.Where{ $_ }.ForEach{ $_.Type.GetProperties() }.Where{ $_.GetSetMethod() } | Should -BeNullOrEmpty
    }

    It 'names parameters of <_> in the singular, and takes nothing back that pwsh offers everywhere' -ForEach $cmdlets {
        $everywhere = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $own = (Get-Command $_).Parameters.Values | Where-Object Name -NotIn $everywhere
        $own.Name | Where-Object { $_ -cnotmatch '^[A-Z][A-Za-z]*[^s]$|^Last$' } | Should -BeNullOrEmpty
        $own.Aliases | Where-Object { $_ -in $everywhere } | Should -BeNullOrEmpty
    }

    It 'tells why the devices in the samples disconnect' {
        $causes = Get-DeviceDisconnect $log | Resolve-DisconnectCause
        $causes.Count | Should -BeGreaterThan 100
        ($causes.Cause | Sort-Object -Unique).Count | Should -BeGreaterThan 10
        $causes.Confidence | Where-Object { $_ -le 0 -or $_ -gt 1 } | Should -BeNullOrEmpty
    }

    It 'is imported a second time' {
        Import-Module $manifest -Force
        Get-DisconnectSolution 404104 | Should -HaveCount 1
    }

    It 'goes when it is removed, and comes back' {
        Remove-Module IoTHubDisconnect
        Get-Module IoTHubDisconnect* -All | Should -BeNullOrEmpty
        Import-Module $manifest
        Get-DisconnectSolution 404104 | Should -HaveCount 1
    }
}

Describe 'A fresh session' {
    It 'imports without a word' {
        Invoke-FreshSession "Import-Module '$manifest' 2>&1 3>&1 4>&1" | Should -BeNullOrEmpty
    }

    It 'finds the module by its commands when it is installed' {
        $installed = (New-Item "TestDrive:/Modules/IoTHubDisconnect/0.0.1" -ItemType Directory -Force).FullName
        Copy-Item $manifest $installed
        Copy-Item "$root/module" $installed -Recurse
        (Get-Content "$installed/IoTHubDisconnect.psd1") -replace "^(\s*ModuleVersion\s*=).*", "`$1 '0.0.1'" |
            Set-Content "$installed/IoTHubDisconnect.psd1"
        $modules = Split-Path (Split-Path $installed)

        Invoke-FreshSession "
            `$env:PSModulePath = '$modules' + [IO.Path]::PathSeparator + `$env:PSModulePath
            (Get-DisconnectSolution 404104).Name
            (Get-Help about_IoTHubDisconnect | Out-String).Contains('about_IoTHubDisconnect')" |
            Should -Be 'DeviceConnectionClosedRemotely', 'True'
    }
}
