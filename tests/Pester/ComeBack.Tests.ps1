BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $disconnects = Get-DeviceDisconnect $log
    $causes = $disconnects | Resolve-DisconnectCause
    $sums = "$($causes | Measure-DisconnectCause)"
    $causes | Export-Clixml "$TestDrive/causes.xml"
    $disconnects | Export-Clixml "$TestDrive/disconnects.xml"

    # A session that learns of the module when it has read already has objects without a type.
    $typeless = [Management.Automation.PowerShell]::Create('NewRunspace')
    $typelessCauses, $typelessDisconnects = 'causes', 'disconnects' |
        ForEach-Object { , $typeless.AddScript("Import-Clixml '$TestDrive/$_.xml'").Invoke(); $typeless.Commands.Clear() }
    $typeless.Dispose()

    # Everything that is known, with fractions of seconds.
    function Get-Facts([object[]] $Objects) {
        foreach ($object in $Objects) {
            $values = foreach ($property in $object.PSObject.Properties.Where{ $_.Name -notin 'Disconnect', 'Profile', 'Hub' }) {
                $value = $property.Value -is [datetimeoffset] ? $property.Value.ToString('o') : "$($property.Value)"
                "$($property.Name)=$value"
            }
            $values -join '|'
        }
    }
}

Describe 'What comes back' {
    It 'is what it was, at a depth of <_>' -ForEach 1, 2, 3 {
        $text = [Management.Automation.PSSerializer]::Serialize($causes[0..49], $_ + 1)
        $back = [Management.Automation.PSSerializer]::Deserialize($text)
        $back | ForEach-Object { $_ | Should -BeOfType IoTHubDisconnect.DisconnectCause }
        Get-Facts $back | Should -Be (Get-Facts $causes[0..49])
        "$($back[0].Disconnect)" | Should -Be "$($causes[0].Disconnect)"
    }

    It 'is what it was, from Import-Clixml' {
        Get-Facts (Import-Clixml "$TestDrive/causes.xml") | Should -Be (Get-Facts $causes)
        Get-Facts (Import-Clixml "$TestDrive/disconnects.xml") | Should -Be (Get-Facts $disconnects)
    }

    It 'is what it was, from a job' {
        $job = Start-Job { Import-Module $using:manifest; Get-DeviceDisconnect $using:log | Resolve-DisconnectCause }
        $back = $job | Receive-Job -Wait -AutoRemoveJob
        $back[0] | Should -BeOfType IoTHubDisconnect.DisconnectCause
        $back | Where-Object ErrorCode -EQ 404104 | Should -HaveCount @($causes | Where-Object ErrorCode -EQ 404104).Count
        "$($back | Measure-DisconnectCause)" | Should -Be $sums
    }

    It 'goes into a job' {
        $given = $causes
        $back = Start-Job { Import-Module $using:manifest; $using:given | Measure-DisconnectCause | ForEach-Object ToString } | Receive-Job -Wait -AutoRemoveJob
        "$back" | Should -Be $sums
    }

    It 'may go and come once more' {
        Import-Clixml "$TestDrive/causes.xml" | Export-Clixml "$TestDrive/again.xml"
        Get-Facts (Import-Clixml "$TestDrive/again.xml") | Should -Be (Get-Facts $causes)
    }
}

Describe 'What was read before the module was there' {
    It 'has no type, and all there is to know' {
        $typelessCauses[0].PSObject.TypeNames[0] | Should -Be Deserialized.IoTHubDisconnect.DisconnectCause
        $typelessCauses | Where-Object ErrorCode -EQ 404104 | Should -HaveCount @($causes | Where-Object ErrorCode -EQ 404104).Count
    }

    It 'is summed up as before' {
        "$($typelessCauses | Measure-DisconnectCause)" | Should -Be $sums
        "$(Measure-DisconnectCause -InputObject $typelessCauses)" | Should -Be $sums
        "$($typelessCauses | Measure-DisconnectCause -Last 3h -DeviceId izmir-*)" | Should -Be "$($causes | Measure-DisconnectCause -Last 3h -DeviceId izmir-*)"
    }

    It 'is compared as before' {
        $half = [math]::Floor($causes.Count / 2)
        $expected = Compare-DisconnectCause $causes[0..$half] $causes | ForEach-Object ToString
        Compare-DisconnectCause $typelessCauses[0..$half] $typelessCauses | ForEach-Object ToString | Should -Be $expected
        $typelessCauses | Compare-DisconnectCause -ReferenceObject $causes[0..$half] | ForEach-Object ToString | Should -Be $expected
    }

    It 'is reported as before' {
        $expected = $causes | Export-DisconnectReport "$TestDrive/live.csv" -PassThru
        $report = $typelessCauses | Export-DisconnectReport "$TestDrive/back.csv" -PassThru
        $report.Headline, $report.Start, $report.End | Should -Be ($expected.Headline, $expected.Start, $expected.End)
        [IO.File]::ReadAllText("$TestDrive/back.csv") | Should -Be ([IO.File]::ReadAllText("$TestDrive/live.csv"))
    }

    It 'makes the same alert rule' {
        $causes | New-DisconnectAlertRule "$TestDrive/live.bicep" -WarningAction Ignore
        $typelessCauses | New-DisconnectAlertRule "$TestDrive/back.bicep" -WarningAction Ignore
        [IO.File]::ReadAllText("$TestDrive/back.bicep") | Should -Be ([IO.File]::ReadAllText("$TestDrive/live.bicep"))
    }

    It 'can be tested for its connection' {
        $result = $typelessCauses[0] | Test-DeviceConnectivity -ConnectTo 127.0.0.1 -Protocol Mqtt -MqttPort 1 -Timeout 5s -Confirm:$false
        $result.HubName | Sort-Object -Unique | Should -Be $causes[0].HubName
    }

    It 'is shown as before' {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        $typelessCauses[0..4] | Format-Table | Out-String | Should -Be ($causes[0..4] | Format-Table | Out-String)
        $list = $typelessCauses[0] | Format-List | Out-String
        $list | Should -Match "Kind +: $([regex]::Escape([IoTHubDisconnect.Commands.Format]::Outcome($causes[0].Attempts, $causes[0].Duration, $causes[0].Downtime, $causes[0].AwaySince)))"
        $list | Should -Match "Evidence +: $([regex]::Escape($causes[0].Evidence[0].Name))"
        $PSStyle.OutputRendering = $rendering
    }
}

Describe 'What does not come back' {
    It 'is said once, where causes are found without their log' {
        $found = $typelessDisconnects | Resolve-DisconnectCause -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match "$($disconnects.Count) disconnects"
        $found | Should -HaveCount $disconnects.Count
        # The samples' devices come back whole, and with them what tells their causes.
        $found.Cause | Should -Be $causes.Cause
    }

    It 'is said by <Name>, too' -ForEach @(
        @{ Name = 'Measure-DisconnectCause'; Script = { $input | Measure-DisconnectCause } }
        @{ Name = 'Compare-DisconnectCause'; Script = { Compare-DisconnectCause $typelessDisconnects $typelessDisconnects } }
        @{ Name = 'Export-DisconnectReport'; Script = { $input | Export-DisconnectReport "$TestDrive/anew.html" } }
        @{ Name = 'causes that are resolved anew'; Script = { $typelessCauses | Measure-DisconnectCause -TokenLifetime 45m } }
    ) {
        $all = $typelessDisconnects | & $Script 3>&1
        $all | Where-Object { $_ -is [Management.Automation.WarningRecord] } | Should -HaveCount 1
    }

    It 'is nothing, where the causes came along' {
        $causes | Measure-DisconnectCause -WarningVariable warnings | Out-Null
        $typelessCauses | Measure-DisconnectCause -WarningVariable +warnings | Out-Null
        $warnings | Should -BeNullOrEmpty
    }
}

Describe 'A row of a table' {
    BeforeAll {
        $causes[0] | Export-Csv "$TestDrive/row.csv"
        $rows = @{ 'Import-Csv' = Import-Csv "$TestDrive/row.csv"; 'ConvertFrom-Json' = $causes[0] | ConvertTo-Json -WarningAction Ignore | ConvertFrom-Json }
    }

    It 'of <Row> is refused by <Command>, which says what it takes' -ForEach @(
        foreach ($row in 'Import-Csv', 'ConvertFrom-Json') {
            foreach ($command in 'Get-DeviceDisconnect', 'Resolve-DisconnectCause', 'Measure-DisconnectCause', 'Get-DeviceAttention', 'Export-DisconnectReport') { @{ Row = $row; Command = $command } }
        }
    ) {
        $options = $Command -eq 'Export-DisconnectReport' ? @{ FilePath = "$TestDrive/row.html" } : @{}
        { @($rows[$Row]) * 3 | & $Command @options -ErrorVariable script:errors } |
            Should -Throw '*give what Get-DeviceDisconnect or Resolve-DisconnectCause gave*Export-Clixml*' -ErrorId 'RowGiven,*'
        $errors | Should -HaveCount 1
    }
}
