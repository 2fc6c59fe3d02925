BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $causes = Get-DeviceDisconnect $log | Resolve-DisconnectCause
}

Describe 'Two periods of a log' {
    It 'are counted as Measure-DisconnectCause counts them' {
        $measured = Measure-DisconnectCause $log -Last 5h | ForEach-Object { "$($_.Cause) $($_.Count) $($_.DeviceCount) $($_.IsExpected) $($_.ExpectedCount)" } | Sort-Object
        $compared = Compare-DisconnectCause $log -Last 5h | Where-Object DifferenceCount |
            ForEach-Object { "$($_.Cause) $($_.DifferenceCount) $($_.DifferenceDeviceCount) $($_.IsExpected) $($_.DifferenceExpectedCount)" } | Sort-Object
        $compared | Should -Be $measured
    }

    It 'are compared as their objects are' {
        $text = { "$($_.Cause) $($_.Change)" }
        $direct = Compare-DisconnectCause $log -Last 5h | ForEach-Object $text | Sort-Object
        $end = ($causes.Disconnect | ForEach-Object { $_.Hub.LastRow } | Measure-Object -Maximum).Maximum.AddTicks(1)
        $before, $after = $causes.Disconnect.Where({ $_.Time -ge $end.AddHours(-10) }).Where({ $_.Time -lt $end.AddHours(-5) }, 'Split')
        $after | Resolve-DisconnectCause | Compare-DisconnectCause $before -ReferencePeriod 5h -DifferencePeriod 5h |
            ForEach-Object $text | Sort-Object | Should -Be $direct
    }

    It 'are refused where they make no sense: <Id>' -ForEach @(
        @{ Period = @{ Last = '40h' }; Id = 'NothingToCompareWith' }
        @{ Period = @{ Last = '4h'; ReferenceStartTime = '2026-01-01'; ReferenceEndTime = '2126-01-01' }; Id = 'OverlappingPeriods' }
        @{ Period = @{ Last = '4h'; ReferenceStartTime = '2026-01-02'; ReferenceEndTime = '2026-01-01' }; Id = 'EmptyPeriod' }
        @{ Period = @{ Last = '4h'; StartTime = '2026-01-02' }; Id = 'TwoPeriodStarts' }
    ) {
        { Compare-DisconnectCause $log @Period -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
    }

    It 'are told of where the log begins too late' {
        $comparison = Compare-DisconnectCause $log -Last 12h -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*lacks the first * of the 12 h asked for*'
        $comparison | ForEach-Object { $_.ReferencePeriod | Should -BeLessThan ([timespan] '4:00') }
    }

    It 'say nothing of a log that begins seconds too late' {
        $first, $last = ($causes.Disconnect.Hub | Measure-Object FirstRow, LastRow -Minimum -Maximum).ForEach{ $_.Property -eq 'FirstRow' ? $_.Minimum : $_.Maximum }
        $middle = $first + ($last - $first) / 2
        Compare-DisconnectCause $log -StartTime $middle -ReferenceStartTime $first.AddSeconds(-5) -ReferenceEndTime $middle -WarningVariable warnings | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
    }

    It 'are of one hub where its name is given' {
        $measured = Measure-DisconnectCause $log -Last 5h -HubName *-izmir | ForEach-Object { "$($_.Cause) $($_.Count)" } | Sort-Object
        $compared = Compare-DisconnectCause $log -Last 5h -HubName *-izmir | Where-Object DifferenceCount | ForEach-Object { "$($_.Cause) $($_.DifferenceCount)" } | Sort-Object
        $compared | Should -Be $measured
    }

    It 'are as long as each other where nothing is said' {
        Compare-DisconnectCause $log -Last 5h | ForEach-Object { $_.ReferencePeriod | Should -Be $_.DifferencePeriod }
    }

    It 'may lie apart' {
        $comparison = Compare-DisconnectCause $log -Last 3h -ReferenceStartTime '2026-10-14T14:00Z' -ReferenceEndTime '2026-10-14T16:00Z'
        $comparison[0].ReferencePeriod | Should -Be ([timespan] '02:00')
        $comparison[0].DifferencePeriod | Should -Be ([timespan] '03:00')
    }
}

Describe 'Devices that a cause took for good' {
    It 'keep it from being called Gone' {
        $found = Compare-DisconnectCause $log -StartTime '2026-10-14T20:00Z' -ReferenceEndTime '2026-10-14T20:00Z' -ReferenceStartTime '2026-10-14T19:00Z' | Where-Object Cause -EQ DeviceNotFound
        $found.DifferenceCount, $found.Change, $found.StillAwayCount | Should -Be 0, 'Lasting', 1
    }
}

Describe 'Two sets of causes' {
    It 'come as with Compare-Object' {
        $before, $after = $causes.Where({ $_.Time -lt [datetimeoffset] '2026-10-14T18:30Z' }, 'Split')
        $given = Compare-DisconnectCause $before $after | ForEach-Object { "$_" }
        $after | Compare-DisconnectCause -ReferenceObject $before | ForEach-Object { "$_" } | Should -Be $given
        Compare-DisconnectCause -ReferenceObject $before.Disconnect -DifferenceObject $after.Disconnect | ForEach-Object { "$_" } | Should -Be $given
    }

    It 'may be none at all' {
        foreach ($none in $null, @()) {
            Compare-DisconnectCause $none $causes | ForEach-Object { $_.ReferenceCount | Should -Be 0; $_.Change | Should -Be New }
            Compare-DisconnectCause $causes $none | ForEach-Object { $_.DifferenceCount | Should -Be 0; $_.Change | Should -BeIn Gone, Better, Lasting }
            $none | Compare-DisconnectCause $causes | ForEach-Object { $_.DifferenceCount | Should -Be 0 }
            Compare-DisconnectCause $none $none | Should -BeNullOrEmpty
            $causes | Compare-DisconnectCause $none | ForEach-Object { $_.ReferenceCount | Should -Be 0 }
        }
    }

    It 'are compared by devices where they are of two hubs' {
        $eindhoven, $izmir = $causes.Where({ $_.HubName -eq 'FABRIKAM-EINDHOVEN' }, 'Split')
        (Compare-DisconnectCause $eindhoven $izmir).Basis | Sort-Object -Unique | Should -Be Device
    }

    It 'are warned of where one is longer than the other' {
        $null = Compare-DisconnectCause $causes (Get-DeviceDisconnect $log -Last 2h) -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike '*Give -ReferencePeriod and -DifferencePeriod*'
    }

    It 'find no trouble in more renewals, though one is late' {
        $renewals = $causes | Where-Object Cause -EQ SasTokenRenewed
        $reference = $renewals | Where-Object Time -LT '2026-10-14T18:00Z' | Where-Object { $script:i++ % 6 -eq 0 }
        $comparison = Compare-DisconnectCause $reference $renewals -WarningAction Ignore
        $comparison.IsSignificant, $comparison.Change | Should -Be $true, 'Worse'
        $comparison.IsExpected | Should -Be $null
        $comparison.DifferenceCount - $comparison.DifferenceExpectedCount | Should -BeGreaterThan 0
        $comparison.IsMoreTrouble | Should -BeFalse
    }

    It 'find trouble where it became more, and none where it became less' {
        $trouble = $causes | Where-Object { -not $_.IsExpected }
        (Compare-DisconnectCause @() $trouble).Where{ $_.IsSignificant } | ForEach-Object { $_.IsMoreTrouble | Should -BeTrue }
        (Compare-DisconnectCause $trouble @()).IsMoreTrouble | Should -Not -Contain $true
    }

    It 'find nothing between like and like' {
        Compare-DisconnectCause $causes $causes | ForEach-Object { $_.Change | Should -Be Same; $_.IsSignificant | Should -BeFalse }
    }

    It 'show the change that they are found by' {
        $comparison = Compare-DisconnectCause $log -Last 5h
        $lines = ($comparison | Format-Table | Out-String -Width 80) -split '\r?\n'
        $lines[1] | Should -Match 'Expected +Ratio$'
        $comparison | ForEach-Object { $lines -match "^$($_.Cause) +$($_.Change) +$($_.IsSignificant ? 'yes' : 'no') " | Should -HaveCount 1 }
    }

    It 'read as text in an export' {
        ($causes | Compare-DisconnectCause -ReferenceObject @() | ConvertTo-Csv)[1] | Should -Not -BeLike '*System.*'
    }
}
