BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    . $PSScriptRoot/New-LogRow.ps1
    $file = 'TestDrive:/log.json'
    @(
        New-LogRow Pump-1 2026-11-16T00:10Z
        New-LogRow Pump-1 2026-11-16T01:00Z -Lost -Code 404104
        New-LogRow Pump-1 2026-11-16T01:01Z
        New-LogRow Pump-1 2026-11-16T02:00Z -Lost -Code 404104
        New-LogRow Pump-1 2026-11-16T02:00:01Z -Code 401003
        New-LogRow Pump-1 2026-11-16T02:00:03Z
        New-LogRow pump-1 2026-11-16T00:10Z
        New-LogRow pump-1 2026-11-16T03:00Z -Lost
        New-LogRow 'valve[2]' 2026-11-16T03:30Z -Code 403012
        New-LogRow 'valve[2]' 2026-11-16T04:00Z -Code 403012
    ) | Set-Content $file
}

Describe 'What is chosen' {
    It '<Filter> gives <Devices>' -ForEach @(
        @{ Filter = ''; Devices = 'Pump-1 Pump-1 pump-1 valve[2]' }

        # Devices go by wildcards, and case matters.
        @{ Filter = '-DeviceId Pump-1'; Devices = 'Pump-1 Pump-1' }
        @{ Filter = '-DeviceId pump*'; Devices = 'pump-1' }
        @{ Filter = '-DeviceId ?ump-1'; Devices = 'Pump-1 Pump-1 pump-1' }
        @{ Filter = '-DeviceId [Pv]*'; Devices = 'Pump-1 Pump-1 valve[2]' }
        @{ Filter = "-DeviceId 'valve``[2``]', pump-1"; Devices = 'pump-1 valve[2]' }

        # A code counts wherever a disconnect has it.
        @{ Filter = '-ErrorCode 404104'; Devices = 'Pump-1 Pump-1' }
        @{ Filter = '-ErrorCode 401003'; Devices = 'Pump-1' }
        @{ Filter = '-ErrorCode 403012, 401003'; Devices = 'Pump-1 valve[2]' }
        @{ Filter = '-ErrorCode 404104 -DeviceId pump*'; Devices = '' }

        # Periods begin with their start, and end before their end.
        @{ Filter = '-StartTime 2026-11-16T02:00Z'; Devices = 'Pump-1 pump-1 valve[2]' }
        @{ Filter = '-StartTime 2026-11-16T04:00+02:00 -EndTime 2026-11-16T03:00Z'; Devices = 'Pump-1' }
        @{ Filter = '-EndTime 2026-11-16T02:00Z'; Devices = 'Pump-1' }
        @{ Filter = "-StartTime ([datetimeoffset] '2026-11-16T03:00Z')"; Devices = 'pump-1 valve[2]' }
        @{ Filter = '-Last 1h'; Devices = 'pump-1 valve[2]' }
        @{ Filter = '-Last 1h -EndTime 2026-11-16T02:30Z'; Devices = 'Pump-1' }
    ) {
        $found = Invoke-Expression "Get-DeviceDisconnect `$file $Filter -WarningAction Ignore"
        "$($found.DeviceId)" | Should -BeExactly $Devices
        $sums = Invoke-Expression "Measure-DisconnectCause `$file $Filter -By Device -WarningAction Ignore"
        [int] ($sums | Measure-Object Count -Sum).Sum | Should -Be @($found).Count
    }

    It 'is everything where -Last is $null' {
        Get-DeviceDisconnect $file -Last $null | Should -HaveCount 4
    }

    It 'refuses a pattern that is none before it reads anything' {
        { Get-DeviceDisconnect missing.json -DeviceId 'pump[' } | Should -Throw '*is no wildcard pattern*' -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'A duration' {
    It 'may be <_>' -ForEach '24h', '7d', '90m', '5400s', '1.5h', '24H', 'PT24H', 'P1DT12H', '2d12h', '1w', '45min', '24hours', '1 week, 2 days', '1.00:00:00', '01:30:00', '24:00' {
        Get-DeviceDisconnect $file -Last $_ | Should -Not -BeNullOrEmpty
    }

    It 'begins with hours where it has colons' {
        Get-DeviceDisconnect $file -Last 36:00:00 -EndTime 2026-11-18T12:00Z -WarningAction Ignore | Should -BeNullOrEmpty
    }

    It 'is named as it was given where PowerShell takes its comma for a list' {
        { Get-DeviceDisconnect $file -Last 1,5h } | Should -Throw "*'1,5h' is no duration*1.5h*" -ErrorId 'ParameterArgumentTransformationError,*'
        Get-DeviceDisconnect $file -Last 23h, 60min | Should -Not -BeNullOrEmpty
    }

    It 'is refused with examples: <_>' -ForEach 24, '24', 1.5, '0h', '-1h', '00:00:00', 'soon', '', '1y', '2d12', 'P99999999999D', ([timespan]::Zero) {
        { Get-DeviceDisconnect $file -Last $_ } | Should -Throw '*90s, 45m, 1.5h, 24h, 7d, 1w, 2d12h, PT24H or hh:mm:ss*' -ErrorId 'ParameterArgumentTransformationError,*'
    }
}

Describe 'A period that makes no sense' {
    It 'is refused: <Filter>' -ForEach @(
        @{ Filter = @{ Last = '1h'; StartTime = '2026-11-16' }; Id = 'TwoPeriodStarts'; Says = '*-Last*' }
        @{ Filter = @{ StartTime = '2026-11-17'; EndTime = '2026-11-16' }; Id = 'EmptyPeriod'; Says = '*before it begins*' }
    ) {
        $refused = { Get-DeviceDisconnect $file @Filter } | Should -Throw $Says -ErrorId "$Id,*" -PassThru
        $refused.CategoryInfo.Category | Should -Be InvalidArgument
        $refused.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        { Measure-DisconnectCause $file @Filter } | Should -Throw -ErrorId "$Id,*"
    }
}
