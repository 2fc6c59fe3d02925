BeforeDiscovery {
    $types = 'DeviceDisconnect', 'DisconnectCause', 'DisconnectSummary', 'DisconnectSolution', 'DisconnectComparison', 'DisconnectReport',
        'DisconnectAlertRule', 'ConnectivityTestResult', 'DeviceAttention'
}

BeforeAll {
    $rendering = $PSStyle.OutputRendering
    . $PSScriptRoot/Import-BuiltModule.ps1
    $PSStyle.OutputRendering = 'PlainText'
    $disconnects = Get-DeviceDisconnect $log
    $outputs = @{
        DeviceDisconnect       = $disconnects
        DisconnectCause        = $disconnects | Resolve-DisconnectCause
        DeviceAttention        = Get-DeviceAttention $log
        DisconnectSummary      = Measure-DisconnectCause $log
        DisconnectSolution     = Get-DisconnectSolution
        DisconnectComparison   = Compare-DisconnectCause $log -Last 5h
        DisconnectReport       = @(Export-DisconnectReport $log TestDrive:/report.md -PassThru)
        DisconnectAlertRule    = $disconnects | New-DisconnectAlertRule TestDrive:/alert.bicep -WarningAction Ignore
        # Nobody listens at this port.
        ConnectivityTestResult = Test-DeviceConnectivity 127.0.0.1 -Protocol Mqtt -MqttPort 1
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
}

Describe 'A <_> on the screen' -ForEach $types {
    BeforeAll {
        $objects = @($outputs[$_])
        $type = "IoTHubDisconnect.$_"
    }

    It 'is of its own type' {
        $objects | Where-Object { $_.PSObject.TypeNames -notcontains $type } | Should -BeNullOrEmpty
    }

    It 'is a table of <Width> columns at most' -ForEach @{ Width = 120 }, @{ Width = 80 } {
        $lines = ($objects | Format-Table | Out-String -Width $Width) -split '\r?\n'
        $lines.Count | Should -BeGreaterThan $objects.Count
        $lines | Where-Object Length -GT $Width | Should -BeNullOrEmpty
    }

    It 'is a list that fits the screen' {
        $lines = ($objects[0] | Format-List | Out-String -Width 100) -split '\r?\n'
        $lines | Where-Object Length -GT 100 | Should -BeNullOrEmpty
        $lines -match '\S' | Should -Not -BeNullOrEmpty
    }

    It 'shows the same where nothing is said of the format' {
        $shown = $objects[0..4] | Out-String -Width 120
        $shown | Should -BeIn ($objects[0..4] | Format-Table | Out-String -Width 120), ($objects[0..4] | Format-List | Out-String -Width 120)
    }

    It 'has text that tells it apart' {
        "$($objects[0])" | Should -Not -Be $type
    }
}

Describe 'A <_> in a file' -ForEach $types {
    BeforeAll {
        $objects = @($outputs[$_] | Select-Object -First 20)
        $flat = $objects[0].PSObject.Properties | Where-Object MemberType -EQ Property | ForEach-Object Name
    }

    It 'survives Export-Csv' {
        $objects | Export-Csv TestDrive:/objects.csv
        $read = Import-Csv TestDrive:/objects.csv
        $read | Should -HaveCount $objects.Count
        $flat | Should -BeIn $read[0].PSObject.Properties.Name
        foreach ($name in $flat) { $read[0].$name | Should -Not -Match '^System\.|^IoTHubDisconnect\.TextList' }
    }

    It 'survives ConvertTo-Json' {
        $json = ConvertTo-Json @($objects) -Depth 3 -EnumsAsStrings -WarningAction Ignore
        $read = $json | ConvertFrom-Json
        $read | Should -HaveCount $objects.Count
        $flat | Should -BeIn $read[0].PSObject.Properties.Name
    }

    It 'survives Export-Clixml' {
        $objects | Export-Clixml TestDrive:/objects.xml
        $read = Import-Clixml TestDrive:/objects.xml
        $read | Should -HaveCount $objects.Count
        $read[0].PSObject.TypeNames[0] | Should -Match "^(Deserialized\.)?IoTHubDisconnect\.$_\b"
        foreach ($name in $flat.Where{ $objects[0].$_ -is [enum] }) { "$($read.$name)" | Should -Be "$($objects.$name)" }
    }
}

Describe 'A <_> with pwsh''s cmdlets' -ForEach $types {
    BeforeAll {
        $objects = @($outputs[$_])
        $names = $objects[0].PSObject.Properties | Where-Object MemberType -EQ Property | ForEach-Object Name
    }

    It 'is selected, sorted and grouped by each of its properties' {
        foreach ($name in $names) {
            $objects | Sort-Object $name | Should -HaveCount $objects.Count
            ($objects | Group-Object $name | Measure-Object Count -Sum).Sum | Should -Be $objects.Count
            @($objects | Select-Object $name)[0].PSObject.Properties.Name | Should -Be $name
        }
    }

    It 'has no property that a column of a table cannot show' {
        $columns = @($objects | Select-Object $names -First 5 | ConvertTo-Csv)
        $columns | Where-Object { $_ -match '"System\.[A-Z]|"IoTHubDisconnect\.TextList' } | Should -BeNullOrEmpty
    }
}

Describe 'Objects with pwsh''s cmdlets' {
    BeforeAll {
        $causes = $outputs.DisconnectCause
    }

    It 'group' {
        $groups = $causes | Group-Object Cause
        ($groups | Measure-Object Count -Sum).Sum | Should -Be $causes.Count
        $groups.Name | Should -BeIn ([enum]::GetNames([IoTHubDisconnect.CauseName]))
    }

    It 'sort by time and select' {
        $newest = $causes | Sort-Object Time -Descending | Select-Object -First 1 HubName, DeviceId, Time, Cause
        $newest.Time | Should -Be ($causes.Time | Measure-Object -Maximum).Maximum
    }

    It 'sum up downtimes' {
        $sum = $disconnects.Downtime | Where-Object { $_ } | Measure-Object TotalSeconds -Sum
        $sum.Sum | Should -BeGreaterThan 0
    }

    It 'tell of the disconnect in the cause' {
        $codes = $causes | Where-Object ErrorCode -EQ 404104
        $codes | Should -HaveCount @($disconnects | Where-Object ErrorCode -EQ 404104).Count
        $codes | Should -Not -BeNullOrEmpty
        ($causes | Group-Object SdkName | Measure-Object Count -Sum).Sum | Should -Be $causes.Count
    }

    It 'compare enumerations by name' {
        $causes | Where-Object Cause -EQ HubFailover | Should -Not -BeNullOrEmpty
        $causes | Where-Object { $_.Cause -in 'HubFault', 'HubFailover' } | Should -Not -BeNullOrEmpty
    }

    It 'write facts and alternatives as text in a cell' {
        $cause = $causes | Where-Object { $_.Evidence.Count -gt 1 } | Select-Object -First 1
        $row = $cause | ConvertTo-Csv | ConvertFrom-Csv
        $row.Evidence | Should -Be ($cause.Evidence -join '; ')
    }
}
