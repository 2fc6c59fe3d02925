BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $causes = Get-DeviceDisconnect $log | Resolve-DisconnectCause
}

Describe 'Two periods of a log' {
    It 'are counted as Measure-DisconnectCause counts them' {
        $measured = Measure-DisconnectCause $log -Last 5h | ForEach-Object { "$($_.Cause) $($_.Count)" } | Sort-Object
        $compared = Compare-DisconnectCause $log -Last 5h | Where-Object DifferenceCount | ForEach-Object { "$($_.Cause) $($_.DifferenceCount)" } | Sort-Object
        $compared | Should -Be $measured
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

Describe 'Two sets of causes' {
    It 'come as with Compare-Object' {
        $before, $after = $causes.Where({ $_.Time -lt [datetimeoffset] '2026-10-14T18:30Z' }, 'Split')
        $given = Compare-DisconnectCause $before $after | ForEach-Object { "$_" }
        $after | Compare-DisconnectCause -ReferenceObject $before | ForEach-Object { "$_" } | Should -Be $given
        Compare-DisconnectCause -ReferenceObject $before.Disconnect -DifferenceObject $after.Disconnect | ForEach-Object { "$_" } | Should -Be $given
    }

    It 'may be none at all' {
        foreach ($none in $null, @()) {
            Compare-DisconnectCause $none $causes | ForEach-Object { $_.ReferenceCount | Should -Be 0 }
            Compare-DisconnectCause $causes $none | ForEach-Object { $_.DifferenceCount | Should -Be 0 }
            $causes | Compare-DisconnectCause $none | ForEach-Object { $_.ReferenceCount | Should -Be 0 }
        }
    }

    It 'find nothing between like and like' {
        Compare-DisconnectCause $causes $causes | ForEach-Object { $_.Change | Should -Be Same; $_.IsSignificant | Should -BeFalse }
    }

    It 'read as text in an export' {
        ($causes | Compare-DisconnectCause -ReferenceObject @() | ConvertTo-Csv)[1] | Should -Not -BeLike '*System.*'
    }
}
