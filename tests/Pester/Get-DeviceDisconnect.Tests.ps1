BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $all = Get-DeviceDisconnect $log

    # What tells one disconnect from another, as text: two reads give different objects.
    function Get-Key($Disconnect) {
        $Disconnect | ForEach-Object { '{0} {1} {2} {3} {4:o}' -f $_.HubName, $_.DeviceId, $_.ModuleId, $_.Kind, $_.Time } | Sort-Object
    }
}

Describe 'Where logs come from' {
    BeforeAll {
        $everything = Get-Key $all
    }

    It 'takes a folder by position' {
        $everything.Count | Should -BeGreaterThan 100
    }

    It 'names the hub in the text of its statistics' {
        $all | ForEach-Object { "$($_.Hub)" | Should -BeLike "$($_.HubName): *" }
    }

    It 'takes the folder from the pipeline, as text and as a folder' {
        Get-Key ($log | Get-DeviceDisconnect) | Should -Be $everything
        Get-Key (Get-Item $log | Get-DeviceDisconnect) | Should -Be $everything
    }

    It 'takes files from Get-ChildItem as one log' {
        Get-Key (Get-ChildItem $log -Recurse -File | Get-DeviceDisconnect) | Should -Be $everything
    }

    It 'resolves wildcards, and reads a file once however often it is named' {
        Get-Key (Get-DeviceDisconnect "$samples/insights-*", $log) | Should -Be $everything
    }

    It 'takes a path relative to the current location' {
        Push-Location $samples
        try { Get-Key (Get-DeviceDisconnect insights-logs-connections) | Should -Be $everything }
        finally { Pop-Location }
    }

    It 'takes a name with brackets as it is written' {
        $copy = Join-Path $TestDrive 'logs [1]'
        Copy-Item -LiteralPath $log $copy -Recurse
        Get-Key (Get-DeviceDisconnect -LiteralPath $copy) | Should -Be $everything
        Get-Key (Get-Item -LiteralPath $copy | Get-DeviceDisconnect) | Should -Be $everything
    }

    It 'takes a path of a drive of PowerShell''s own' {
        Copy-Item $log TestDrive:/drive -Recurse
        Get-Key (Get-DeviceDisconnect TestDrive:/drive) | Should -Be $everything
    }

    It 'takes gzipped files, whatever they are called' {
        $folder = (New-Item TestDrive:/zipped -ItemType Directory).FullName
        $number = 0
        foreach ($file in Get-ChildItem $log -Recurse -File) {
            $target = [IO.File]::Create("$folder/$((++$number)).log")
            $zip = [IO.Compression.GZipStream]::new($target, [IO.Compression.CompressionLevel]::Fastest)
            $zip.Write([IO.File]::ReadAllBytes($file.FullName))
            $zip.Dispose()
        }
        Get-Key (Get-DeviceDisconnect $folder) | Should -Be $everything
    }

    It 'takes the records as an array' {
        $rows = Get-ChildItem $log -Recurse -File | Get-Content
        Set-Content TestDrive:/array.json ('[' + ($rows -join ',') + ']')
        Get-Key (Get-DeviceDisconnect TestDrive:/array.json) | Should -Be $everything
    }

    It 'takes the envelopes of an event hub' {
        $rows = Get-ChildItem $log -Recurse -File | Get-Content
        Set-Content TestDrive:/envelope.json ('{"records":[' + ($rows -join ',') + ']}')
        Get-Key (Get-DeviceDisconnect TestDrive:/envelope.json) | Should -Be $everything
    }
}

Describe 'What a disconnect looks like' {
    It 'has every property of the contract' {
        $expected = 'HubName', 'ResourceId', 'DeviceId', 'ModuleId', 'Kind', 'Time', 'ConnectedAt', 'Duration', 'ReconnectedAt', 'Downtime',
            'ErrorCode', 'ErrorName', 'RelatedErrorCode', 'Attempts', 'Protocol', 'AuthenticationType', 'SdkName', 'SdkVersion', 'MaskedIpAddress'
        $expected | Should -BeIn $all[0].PSObject.Properties.Name
    }

    It 'has its times in UTC' {
        $all.Time.Offset | Sort-Object -Unique | Should -Be ([timespan]::Zero)
    }

    It 'counts attempts of refusals, and of nothing else' {
        $all | Where-Object { ($_.Kind -eq 'Refused') -ne ($_.Attempts -gt 0) } | Should -BeNullOrEmpty
    }

    It 'has durations that fit its times' {
        $all | Where-Object { $_.Duration -and $_.ConnectedAt + $_.Duration -ne $_.Time } | Should -BeNullOrEmpty
        $all | Where-Object { $_.Downtime -and $_.Time + $_.Downtime -ne $_.ReconnectedAt } | Should -BeNullOrEmpty
        $all | Where-Object { ($null -eq $_.Downtime) -ne ($null -eq $_.ReconnectedAt) } | Should -BeNullOrEmpty
    }

    It 'comes device by device, in order of time' {
        $devices = $all | Group-Object HubName, DeviceId, ModuleId -CaseSensitive
        $turns = 1..($all.Count - 1) | Where-Object {
            $before, $now = $all[$_ - 1], $all[$_]
            $before.HubName -cne $now.HubName -or $before.DeviceId -cne $now.DeviceId -or $before.ModuleId -cne $now.ModuleId
        }
        $turns.Count + 1 | Should -Be $devices.Count
        foreach ($device in $devices) { $device.Group.Time | Should -Be ($device.Group.Time | Sort-Object) }
    }
}

Describe 'What is reported' {
    BeforeAll {
        $device = $all[0].DeviceId
        $newest = ($all.Time | Measure-Object -Maximum).Maximum
    }

    It 'narrows to a device' {
        (Get-DeviceDisconnect $log -DeviceId $device).DeviceId | Sort-Object -Unique | Should -BeExactly $device
    }

    It 'takes wildcards, several of them' {
        $other = $all[-1].DeviceId
        $found = Get-DeviceDisconnect $log -DeviceId "$($device.Substring(0, $device.Length - 1))?", "*$($other.Substring(2))"
        $found.DeviceId | Should -Contain $device
        $found.DeviceId | Should -Contain $other
        $found.Count | Should -BeLessThan $all.Count
    }

    It 'minds the case of a device' {
        Get-DeviceDisconnect $log -DeviceId $device.ToUpperInvariant() -WarningAction Ignore | Should -BeNullOrEmpty
    }

    It 'narrows to a hub, from <Source>' -ForEach @(
        @{ Source = 'a path'; Read = { Get-DeviceDisconnect $log -HubName $args[0] } }
        @{ Source = 'a literal path'; Read = { Get-DeviceDisconnect -LiteralPath $log -HubName $args[0] } }
        @{ Source = 'a path in the pipeline'; Read = { $log | Get-DeviceDisconnect -HubName $args[0] } }
        @{ Source = 'files in the pipeline'; Read = { Get-ChildItem $log -Recurse -File | Get-DeviceDisconnect -HubName $args[0] } }
    ) {
        $expected = Get-Key ($all | Where-Object HubName -EQ FABRIKAM-IZMIR)
        Get-Key (& $Read fabrikam-izmir) | Should -Be $expected
        Get-Key (& $Read *-iz*) | Should -Be $expected
    }

    It 'says which hubs there are where none is of that name' {
        $found = Get-DeviceDisconnect $log -HubName contoso -WarningVariable warning -WarningAction SilentlyContinue
        $found | Should -BeNullOrEmpty
        "$warning" | Should -Match 'Its hubs: FABRIKAM-EINDHOVEN, FABRIKAM-IZMIR\.'
    }

    It 'asks Azure for hubs by wildcards where there is no path' {
        { Get-DeviceDisconnect -HubName fabrikam-* -ErrorAction Stop } | Should -Throw -ErrorId 'NotSignedIn,*'
    }

    It 'takes error codes by name' {
        Get-Key (Get-DeviceDisconnect $log -ErrorCode deviceConnectionClosedRemotely, 403012) | Should -Be (Get-Key (Get-DeviceDisconnect $log -ErrorCode 404104, 403012))
        { Get-DeviceDisconnect $log -ErrorCode NoSuchName } | Should -Throw "*no documented error code 'NoSuchName'*"
    }

    It 'narrows to error codes, with that of the second row too' {
        $expected = $all | Where-Object { 404104 -in $_.ErrorCode, $_.RelatedErrorCode -or 401003 -in $_.ErrorCode, $_.RelatedErrorCode }
        Get-Key (Get-DeviceDisconnect $log -ErrorCode 404104, 401003) | Should -Be (Get-Key $expected)
    }

    It 'counts -Last back from the newest row' {
        $found = Get-DeviceDisconnect $log -Last 2h
        $found.Count | Should -BeGreaterThan 0
        $found.Count | Should -BeLessThan $all.Count
        $found.Time | Where-Object { $_ -lt $newest.AddHours(-2) } | Should -BeNullOrEmpty
        $found.Time | Should -Contain $newest
    }

    It 'takes a length as <_>' -ForEach '2h', '120m', '7200s', 'PT2H', '02:00:00', '120min', '1h60m', '2 hours', ([timespan]::FromHours(2)) {
        Get-Key (Get-DeviceDisconnect $log -Last $_) | Should -Be (Get-Key (Get-DeviceDisconnect $log -Last 2h))
    }

    It 'takes a begin and an end' {
        $begin, $end = $newest.AddHours(-3), $newest.AddHours(-1)
        $expected = $all | Where-Object { $_.Time -ge $begin -and $_.Time -lt $end }
        Get-Key (Get-DeviceDisconnect $log -StartTime $begin -EndTime $end) | Should -Be (Get-Key $expected)
        Get-Key (Get-DeviceDisconnect $log -Last 2h -EndTime $end) | Should -Be (Get-Key $expected)
    }

    It 'takes a time without an offset as local' {
        $local = $newest.AddHours(-2).ToLocalTime().DateTime
        $text = $local.ToString('yyyy-MM-ddTHH:mm:ss.fffffff')
        $expected = Get-Key (Get-DeviceDisconnect $log -StartTime $newest.AddHours(-2))
        Get-Key (Get-DeviceDisconnect $log -StartTime $text) | Should -Be $expected
        Get-Key (Get-DeviceDisconnect $log -StartTime $local) | Should -Be $expected
    }

    It 'has the causes that the whole log shows where a hub is reported' {
        $text = { "$($_.DeviceId) $($_.Time) $($_.Cause) $($_.Confidence)" }
        $whole = $all | Where-Object HubName -EQ FABRIKAM-IZMIR | Resolve-DisconnectCause | ForEach-Object $text
        Get-DeviceDisconnect $log -HubName FABRIKAM-IZMIR | Resolve-DisconnectCause | ForEach-Object $text | Should -Be $whole
    }

    It 'has the causes that the whole log shows, whatever is reported' {
        $whole = $all | Where-Object DeviceId -CEQ $device | Resolve-DisconnectCause
        $narrow = Get-DeviceDisconnect $log -DeviceId $device | Resolve-DisconnectCause
        "$($narrow.Cause) $($narrow.Confidence)" | Should -Be "$($whole.Cause) $($whole.Confidence)"
    }
}

Describe 'How it streams' {
    It 'stops when the pipeline has seen enough' {
        Get-DeviceDisconnect $log | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'tells what it read when asked' {
        $messages = Get-DeviceDisconnect $log -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$messages" | Should -Match '\d rows of .*\d devices'
    }
}

Describe 'Logs that cannot tell all' {
    BeforeAll {
        # Rows of a device that renews every 65 minutes, with the columns that are named.
        function New-Log([string] $Name, [string[]] $Operations, [string[]] $Columns) {
            $rows = foreach ($session in 0..11) {
                $connected = ([DateTimeOffset] '2026-03-14T06:00:00Z').AddSeconds(3904 * $session)
                foreach ($operation in $Operations) {
                    $closes = $operation -like '*Disconnect'
                    [pscustomobject]@{
                        TimeGenerated = $connected.AddMinutes($closes ? 65 : 0).ToString('o')
                        OperationName = $operation
                        ResultType = $closes ? '404104' : ''
                        properties_s = '{"deviceId":"press-07"}'
                    }
                }
            }
            $rows | Select-Object $Columns | Export-Csv (Join-Path $TestDrive $Name)
            Join-Path $TestDrive $Name
        }
        $columns = 'TimeGenerated', 'OperationName', 'ResultType', 'properties_s'
    }

    It 'warns once where connects are missing, and does not tell devices gone' {
        $path = New-Log closes.csv deviceDisconnect $columns
        $causes = Get-DeviceDisconnect $path -WarningVariable told -WarningAction SilentlyContinue | Resolve-DisconnectCause
        $told | Should -HaveCount 1
        "$told" | Should -Match 'no connects'
        $causes | Should -HaveCount 12
        "$($causes.Reason)" | Should -Not -Match 'Not seen again'
        $causes | Where-Object AwaySince | Should -BeNullOrEmpty
    }

    It 'names the columns without which no error is seen, and takes nothing for sure' {
        $path = New-Log bare.csv deviceConnect, deviceDisconnect ($columns -ne 'ResultType')
        $causes = Get-DeviceDisconnect $path -WarningVariable told -WarningAction SilentlyContinue | Resolve-DisconnectCause
        "$told" | Should -Match 'ResultType.*Level'
        $causes | Where-Object { $_.IsExpected -and $_.Confidence -gt 0.8 } | Should -BeNullOrEmpty
    }

    It 'says nothing of a whole log' {
        $path = New-Log whole.csv deviceConnect, deviceDisconnect $columns
        Get-DeviceDisconnect $path -WarningVariable told | Should -HaveCount 12
        $told | Should -BeNullOrEmpty
    }

    It 'puts what is missing into the report' {
        $path = New-Log closes.csv deviceDisconnect $columns
        $null = Export-DisconnectReport $path (Join-Path $TestDrive report.md) -WarningAction SilentlyContinue
        Get-Content (Join-Path $TestDrive report.md) -Raw | Should -Match 'no connects'
    }

    It 'calls no device away in a report without connects' {
        $path = Join-Path $TestDrive away.csv
        $rows = '14T06:00', '14T09:17', '15T20:45' | ForEach-Object { '2026-03-{0}:00Z,deviceDisconnect,404104,"{{""deviceId"":""press-07""}}"' -f $_ }
        @('TimeGenerated,OperationName,ResultType,properties_s') + $rows + $rows[-1].Replace('03-15', '03-19').Replace('07', '08') | Set-Content $path
        $null = Export-DisconnectReport $path (Join-Path $TestDrive away-report.csv) -WarningAction SilentlyContinue
        $devices = Import-Csv (Join-Path $TestDrive away-report.csv)
        $devices | Where-Object AwaySince | Should -BeNullOrEmpty
    }

    It 'takes the order of day and month that is given' {
        $path = Join-Path $TestDrive dates.csv
        'TimeGenerated,OperationName,ResultType,properties_s', '07/08/2026 10:00:00,deviceDisconnect,404104,"{""deviceId"":""d""}"' | Set-Content $path
        (Get-DeviceDisconnect $path -DateOrder DayFirst -WarningVariable told).Time.Month | Should -Be 8
        (Get-DeviceDisconnect $path -DateOrder MonthFirst).Time.Month | Should -Be 7
        $told | Should -BeNullOrEmpty
        (Get-DeviceDisconnect $path -WarningVariable told -WarningAction SilentlyContinue).Time.Month | Should -Be 8
        "$told" | Should -Match '-DateOrder'
    }
}
