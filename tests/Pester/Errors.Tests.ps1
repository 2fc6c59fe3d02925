BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    # Runs a script that should write errors, and gives the errors and what else came.
    function Get-Outcome([scriptblock] $Script) {
        $ErrorActionPreference = 'Continue'
        $all = & $Script 2>&1
        [pscustomobject]@{
            Errors = @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            Output = @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
        }
    }

    New-Item TestDrive:/empty -ItemType Directory | Out-Null
    New-Item TestDrive:/empty.json -ItemType File | Out-Null
    [IO.File]::WriteAllBytes("$TestDrive/binary.json", [byte[]](0..255))
    Set-Content TestDrive:/text.json 'Dear diary, today no device disconnected.'
    Set-Content TestDrive:/columns.csv "Name,Value`nx,1"
    $rows = Get-ChildItem $log -Recurse -File | Get-Content
    Set-Content TestDrive:/broken.json ($rows[0..49] + '{"time":"2026-10-14T11:' + $rows[50..($rows.Count - 1)])
}

Describe 'A path that cannot be read' {
    It '<Id> for <Path>' -ForEach @(
        @{ Path = 'missing'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
        @{ Path = 'empty'; Id = 'NoLogFiles'; Category = 'ObjectNotFound' }
        @{ Path = 'empty.json'; Id = 'EmptyFile'; Category = 'InvalidData' }
        @{ Path = 'binary.json'; Id = 'UnknownFormat'; Category = 'InvalidData' }
        @{ Path = 'text.json'; Id = 'UnknownFormat'; Category = 'InvalidData' }
        @{ Path = 'columns.csv'; Id = 'MissingColumn'; Category = 'InvalidData' }
    ) {
        foreach ($cmdlet in 'Get-DeviceDisconnect', 'Measure-DisconnectCause') {
            $outcome = Get-Outcome { & $cmdlet "$TestDrive/$Path" -WarningAction Ignore }
            $outcome.Output | Should -BeNullOrEmpty
            $outcome.Errors | Should -HaveCount 1
            $outcome.Errors[0].FullyQualifiedErrorId | Should -BeLike "$Id,IoTHubDisconnect.Commands.*"
            $outcome.Errors[0].CategoryInfo.Category | Should -Be $Category
            $outcome.Errors[0].TargetObject | Should -BeLike "*$Path"
            $outcome.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$($outcome.Errors[0])" | Should -BeLike "*$Path*"
        }
    }

    It 'does not keep the others from being read' {
        $outcome = Get-Outcome { Get-DeviceDisconnect "$TestDrive/missing", $log, "$TestDrive/empty.json" }
        $outcome.Errors.FullyQualifiedErrorId | Should -BeLike '*GetDeviceDisconnectCommand'
        $outcome.Errors | Should -HaveCount 2
        $outcome.Output.Count | Should -Be (Get-DeviceDisconnect $log).Count
    }

    It 'ends the command with -ErrorAction Stop' {
        { Get-DeviceDisconnect "$TestDrive/missing", $log -ErrorAction Stop } |
            Should -Throw -ErrorId 'PathNotFound,IoTHubDisconnect.Commands.GetDeviceDisconnectCommand'
        { Measure-DisconnectCause "$TestDrive/missing" -ErrorAction Stop } |
            Should -Throw -ErrorId 'PathNotFound,IoTHubDisconnect.Commands.MeasureDisconnectCauseCommand'
    }

    It 'is silent with -ErrorAction SilentlyContinue, and kept in -ErrorVariable' {
        $output = Get-DeviceDisconnect "$TestDrive/missing" -ErrorAction SilentlyContinue -ErrorVariable errors 2>&1
        $output | Should -BeNullOrEmpty
        $errors | Should -HaveCount 1
    }

    It 'is refused where it is no file' {
        $outcome = Get-Outcome { Get-DeviceDisconnect Env:PATH }
        $outcome.Errors.FullyQualifiedErrorId | Should -Be 'PathNotFileSystem,IoTHubDisconnect.Commands.GetDeviceDisconnectCommand'
        $outcome.Errors.CategoryInfo.Category | Should -Be InvalidArgument
    }
}

Describe 'A broken row' {
    It 'names file and line, and the rows around it count' {
        $outcome = Get-Outcome { Get-DeviceDisconnect TestDrive:/broken.json }
        $outcome.Errors | Should -HaveCount 1
        $outcome.Errors[0].FullyQualifiedErrorId | Should -Be 'BrokenRow,IoTHubDisconnect.Commands.GetDeviceDisconnectCommand'
        $outcome.Errors[0].CategoryInfo.Category | Should -Be InvalidData
        "$($outcome.Errors[0])" | Should -BeLike '*broken.json, line 51:*'
        $outcome.Errors[0].Exception.Line | Should -Be 51
        $outcome.Output.Count | Should -Be (Get-DeviceDisconnect $log).Count
    }
}

Describe 'A log without an answer' {
    It 'says that no disconnect is of the devices asked for' {
        $output = Get-DeviceDisconnect $log -DeviceId no-such-device -WarningVariable warnings -WarningAction SilentlyContinue
        $output | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'no disconnect'
    }

    It 'says that rows are of other categories' {
        Set-Content TestDrive:/other.json '{"time":"2026-10-14T11:00:00Z","category":"DeviceTelemetry","operationName":"x","resourceId":"/A","properties":"{}"}'
        Get-DeviceDisconnect TestDrive:/other.json -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'DeviceTelemetry'
        "$warnings" | Should -Match 'No row that tells of a connect or a disconnect'
    }
}

Describe 'Parameters that do not fit' {
    It 'refuses two begins of the period' {
        { Get-DeviceDisconnect $log -Last 1h -StartTime 2026-10-14 } |
            Should -Throw -ErrorId 'TwoPeriodStarts,IoTHubDisconnect.Commands.GetDeviceDisconnectCommand'
    }

    It 'refuses an end before the begin' {
        { Measure-DisconnectCause $log -StartTime 2026-10-15 -EndTime 2026-10-14 } |
            Should -Throw -ErrorId 'EmptyPeriod,IoTHubDisconnect.Commands.MeasureDisconnectCauseCommand'
    }

    It 'refuses <_> as a duration' -ForEach 5, 'soon', '-1h', '0s', '5y' {
        { Get-DeviceDisconnect $log -Last $_ } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }

    It 'refuses what is no disconnect' {
        $outcome = Get-Outcome { 'text' | Resolve-DisconnectCause }
        $outcome.Errors.FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
    }

    It 'refuses a grouping that is not there' {
        { Measure-DisconnectCause $log -By Colour } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
    }
}

Describe 'A code that is not documented' {
    It 'is an error that does not end the command' {
        $outcome = Get-Outcome { Get-DisconnectSolution 999999, 404104, NoSuchName }
        $outcome.Output.ErrorCode | Should -Be 404104
        $outcome.Errors | Should -HaveCount 2
        $outcome.Errors[0].FullyQualifiedErrorId | Should -Be 'UnknownErrorCode,IoTHubDisconnect.Commands.GetDisconnectSolutionCommand'
        $outcome.Errors[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $outcome.Errors[0].TargetObject | Should -Be 999999
    }
}
