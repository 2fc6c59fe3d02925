BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    # Runs a script that should write errors or warnings, and gives them and what else came.
    function Get-Outcome([scriptblock] $Script) {
        $ErrorActionPreference = 'Continue'
        $all = & $Script 2>&1 3>&1
        $aside = [System.Management.Automation.ErrorRecord], [System.Management.Automation.WarningRecord]
        [pscustomobject]@{
            Errors   = @($all | Where-Object { $_ -is $aside[0] })
            Warnings = @($all | Where-Object { $_ -is $aside[1] })
            Output   = @($all | Where-Object { $_.GetType() -notin $aside })
        }
    }

    New-Item TestDrive:/empty -ItemType Directory | Out-Null
    New-Item TestDrive:/empty.json -ItemType File | Out-Null
    [IO.File]::WriteAllBytes("$TestDrive/binary.json", [byte[]](0..255))
    [IO.File]::WriteAllBytes("$TestDrive/cut.gz", [byte[]](31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 237))
    Set-Content TestDrive:/text.json 'Dear diary, today no device disconnected.'
    Set-Content TestDrive:/columns.csv "Name,Value`nx,1"
    Set-Content TestDrive:/serial.csv ("TimeGenerated,OperationName,DeviceId" + "`n46342.000079,deviceConnect,x" * 3)
    New-Item TestDrive:/foreign -ItemType Directory | Out-Null
    Copy-Item TestDrive:/text.json, TestDrive:/columns.csv, TestDrive:/serial.csv TestDrive:/foreign
    $rows = Get-ChildItem $log -Recurse -File | Get-Content
    Set-Content TestDrive:/broken.json ($rows[0..49] + '{"time":"2026-10-14T11:' + $rows[50..($rows.Count - 1)])
}

Describe 'A path that cannot be read' {
    It '<Id> for <Path>' -ForEach @(
        @{ Path = 'missing'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
        @{ Path = 'missing*.json'; Id = 'PathNotFound'; Category = 'ObjectNotFound' }
        @{ Path = 'empty'; Id = 'NoLogFiles'; Category = 'ObjectNotFound' }
        @{ Path = 'empty.json'; Id = 'EmptyFile'; Category = 'InvalidData' }
        @{ Path = 'binary.json'; Id = 'UnknownFormat'; Category = 'InvalidData' }
        @{ Path = 'text.json'; Id = 'UnknownFormat'; Category = 'InvalidData' }
        @{ Path = 'columns.csv'; Id = 'MissingColumn'; Category = 'InvalidData' }
        @{ Path = 'serial.csv'; Id = 'NoReadableRow'; Category = 'InvalidData' }
        @{ Path = 'cut.gz'; Id = 'Unreadable'; Category = 'ReadError' }
    ) {
        foreach ($cmdlet in 'Get-DeviceDisconnect', 'Measure-DisconnectCause') {
            $outcome = Get-Outcome { & $cmdlet "$TestDrive/$Path" -WarningAction Ignore }
            $outcome.Output | Should -BeNullOrEmpty
            $outcome.Errors | Should -HaveCount 1
            $outcome.Errors[0].FullyQualifiedErrorId | Should -BeLike "$Id,IoTHubDisconnect.Commands.*"
            $outcome.Errors[0].CategoryInfo.Category | Should -Be $Category
            "$($outcome.Errors[0].TargetObject)".EndsWith($Path) | Should -BeTrue
            $outcome.Errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$($outcome.Errors[0])".Contains($Path) | Should -BeTrue
        }
    }

    It 'is a warning in a folder, and an error where there is nothing beside it' {
        $outcome = Get-Outcome { Measure-DisconnectCause TestDrive:/foreign }
        $outcome.Warnings | Should -HaveCount 3
        $outcome.Errors.FullyQualifiedErrorId | Should -Be 'NoReadableRow,IoTHubDisconnect.Commands.MeasureDisconnectCauseCommand'
        $outcome.Errors.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        { Measure-DisconnectCause TestDrive:/foreign -ErrorAction Stop -WarningAction Ignore } | Should -Throw -ErrorId 'NoReadableRow,*'

        $outcome = Get-Outcome { Measure-DisconnectCause TestDrive:/foreign, $log }
        $outcome.Warnings | Should -HaveCount 3
        $outcome.Errors | Should -BeNullOrEmpty
        $outcome.Output | Should -Not -BeNullOrEmpty
    }

    It 'is called what it is, with the next step' {
        New-Item TestDrive:/packed -ItemType Directory | Out-Null
        Compress-Archive $log "$TestDrive/packed/logs.zip"
        Copy-Item (Get-ChildItem $log -Recurse -File)[0] TestDrive:/packed
        $outcome = Get-Outcome { Get-DeviceDisconnect TestDrive:/packed }
        "$($outcome.Warnings)" | Should -BeLike '*logs.zip: this is a zip archive. *Expand-Archive*'
        $outcome.Errors | Should -BeNullOrEmpty
        $outcome.Output | Should -Not -BeNullOrEmpty

        $outcome = Get-Outcome { Get-DeviceDisconnect TestDrive:/packed/logs.zip }
        "$($outcome.Errors)" | Should -BeLike '*logs.zip: this is a zip archive. *Expand-Archive*'
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
        "$($outcome.Errors)" | Should -BeLike '*Environment provider*'
    }
}

Describe 'What a log holds, in place of its path' {
    BeforeAll {
        $objects = $rows[0..4] | ConvertFrom-Json
        $objects | Select-Object time, resourceId, operationName, category, properties | Export-Csv "$TestDrive/rows.csv"
        $objects | Select-Object @{ n = 'TimeGenerated [UTC]'; e = 'time' }, resourceId, operationName, @{ n = 'properties_s'; e = 'properties' } |
            Export-Csv "$TestDrive/portal.csv"
        $objects | ConvertTo-Json | Set-Content "$TestDrive/indented.json"
    }

    It 'is refused once, before Azure is asked: <Given> for <Command>' -ForEach @(
        foreach ($command in 'Get-DeviceDisconnect', 'Measure-DisconnectCause', 'Get-DeviceAttention') {
            @{ Command = $command; Given = '$rows' }
            @{ Command = $command; Given = '$objects' }
            @{ Command = $command; Given = 'Import-Csv $TestDrive/rows.csv' }
            @{ Command = $command; Given = 'Import-Csv $TestDrive/portal.csv' }
            @{ Command = $command; Given = 'Get-Content $TestDrive/rows.csv' }
            @{ Command = $command; Given = 'Get-Content $TestDrive/indented.json' }
            @{ Command = $command; Given = 'Get-Content $TestDrive/indented.json -Raw' }
        }
    ) {
        $given = & ([scriptblock]::Create($Given))
        $thrown = { $given | & $Command -ErrorVariable script:errors } | Should -Throw '*Give the path itself to -Path*' -ErrorId 'RowGiven,*' -PassThru
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $errors | Should -HaveCount 1
        "$thrown" | Should -BeLike "'*' is a row of a log or table*"
        "$thrown".Length | Should -BeLessThan 500
    }

    It 'is refused by -InputObject of <Command> in a few words, and Azure is not asked: <Given>' -ForEach @(
        foreach ($command in 'Get-DeviceDisconnect', 'Resolve-DisconnectCause', 'Measure-DisconnectCause', 'Get-DeviceAttention') {
            foreach ($given in '$rows -join "`n"', '$rows', '$objects', 'Import-Csv $TestDrive/rows.csv') {
                @{ Command = $command; Given = $given }
            }
        }
    ) {
        $given = & ([scriptblock]::Create($Given))
        $thrown = { & $Command -InputObject $given } | Should -Throw '*Save rows to a file*' -PassThru
        "$thrown".Length | Should -BeLessThan 500
    }

    It 'nor any other text is said again in whole by <Command>' -ForEach @(
        @{ Command = 'Get-DeviceDisconnect'; Says = '*is no hub*' }
        @{ Command = 'Resolve-DisconnectCause'; Says = '*is no disconnect*' }
        @{ Command = 'Measure-DisconnectCause'; Says = '*is no disconnect*' }
    ) {
        $thrown = { & $Command -InputObject ('a text of mine ' * 100) } | Should -Throw $Says -PassThru
        "$thrown" | Should -BeLike "*'a text of mine*…'*"
        "$thrown".Length | Should -BeLessThan 300
    }
}

Describe 'A broken row' {
    It 'is a warning that names file and line, whatever becomes of errors, and the rows around it count' {
        $outcome = Get-Outcome { Get-DeviceDisconnect TestDrive:/broken.json -ErrorAction Stop }
        $outcome.Errors | Should -BeNullOrEmpty
        $outcome.Warnings | Should -HaveCount 1
        "$($outcome.Warnings)" | Should -BeLike '*broken.json, line 51: the row is cut off. *'
        $outcome.Output.Count | Should -Be (Get-DeviceDisconnect $log).Count
    }

    It 'says "<Says>" of <Row>' -ForEach @(
        @{ Says = 'no row begins with'; Row = 'not json' }
        @{ Says = 'invalid start'; Row = '{"time":"2026-10-14T11:00:00Z", oops' }
        @{ Says = 'is no time'; Row = '{"time":"yesterday","operationName":"deviceConnect","category":"Connections","properties":"{\"deviceId\":\"x\"}"}' }
        @{ Says = 'no deviceId'; Row = '{"time":"2026-10-14T11:00:00Z","category":"Connections","operationName":"deviceConnect","properties":"{}"}' }
    ) {
        Set-Content TestDrive:/row.json (@($rows[0], $Row) + $rows[1..60])
        $expected = @(Get-DeviceDisconnect TestDrive:/row.json -WarningAction Ignore).Count
        $outcome = Get-Outcome { Get-DeviceDisconnect TestDrive:/row.json }
        $sums = Get-Outcome { Measure-DisconnectCause TestDrive:/row.json }
        "$($outcome.Warnings)" | Should -BeLike "*row.json, line 2:*$Says*"
        "$($sums.Warnings)" | Should -Be "$($outcome.Warnings)"
        @($outcome.Errors) + $sums.Errors | Should -BeNullOrEmpty
        ($sums.Output | Measure-Object Count -Sum).Sum | Should -Be $expected
    }

    It 'may be the last one, cut short' {
        [IO.File]::WriteAllText("$TestDrive/cut.json", ($rows[0..20] -join "`n") + "`n" + $rows[21].Substring(0, 200))
        $outcome = Get-Outcome { Get-DeviceDisconnect TestDrive:/cut.json }
        "$($outcome.Warnings)" | Should -BeLike '*line 22: the row is cut off. *'
        Set-Content TestDrive:/whole.json $rows[0..20]
        $outcome.Output.Count | Should -Be @(Get-DeviceDisconnect TestDrive:/whole.json).Count
    }
}

Describe 'Several broken rows' {
    BeforeAll {
        Set-Content TestDrive:/rows.json (@($rows[0], 'not json') + $rows[1..60] + '{"time":"yesterday","operationName":"deviceConnect","category":"Connections","properties":"{\"deviceId\":\"x\"}"}')
    }

    It 'are one warning with their number, and no error' {
        foreach ($cmdlet in 'Get-DeviceDisconnect', 'Measure-DisconnectCause', 'Get-DeviceAttention') {
            $errors = & $cmdlet TestDrive:/rows.json -WarningVariable warnings -WarningAction SilentlyContinue 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
            $errors | Should -BeNullOrEmpty
            "$warnings" | Should -BeLike "*2 rows in 1 file could not be read*line 2 of $([IO.Path]::Join($TestDrive, 'rows.json')).*"
        }
    }

    It 'are listed by -Verbose' {
        $said = Measure-DisconnectCause TestDrive:/rows.json -Verbose -WarningAction Ignore 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$said" | Should -BeLike '*line 2:*line 63:*'
    }

    It 'are in a report without the folders that they lie in' {
        Export-DisconnectReport TestDrive:/rows.json TestDrive:/rows.md -Culture en-US -WarningAction Ignore
        $report = Get-Content TestDrive:/rows.md -Raw
        $report | Should -BeLike '*Rows that are not what their format demands*'
        $report | Should -Not -BeLike "*$TestDrive*"
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
    It 'refuses a grouping that is not there' {
        { Measure-DisconnectCause $log -By Colour } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
    }

    It 'takes a single value where several would be added up' {
        { Measure-DisconnectCause $log -By Device, Hub } | Should -Throw '*Give a single one: Cause, Device, Hub, *' -ErrorId 'ParameterArgumentTransformationError,*'
        { Measure-DisconnectCause $log -By Hour, Hub } | Should -Throw '*Give a single one: *'
        { Test-DeviceConnectivity localhost -Protocol 'Mqtt,MqttWebSocket' } | Should -Throw '*Give a single one: *'
        $enums = 0
        foreach ($command in Get-Command -Module IoTHubDisconnect, IoTHubDisconnect.Cmdlets -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
                $type = $type.IsArray ? $type.GetElementType() : $type
                if (-not $type.IsEnum -or $type.Namespace -notlike 'IoTHubDisconnect*') { continue }
                $enums++
                $rule = $parameter.Attributes.Where{ $_ -is [Management.Automation.ArgumentTransformationAttribute] -and $_.GetType().Name -like 'SingleValue*' }
                $rule | Should -HaveCount 1 -Because "$command -$($parameter.Name)"
                $rule.Transform($ExecutionContext, [enum]::GetNames($type)[0]) | Should -Be ([enum]::GetNames($type)[0])
            }
        }
        $enums | Should -BeGreaterThan 10
    }
}

Describe 'A code that is not documented' {
    It 'is an error that does not end the command' {
        $outcome = Get-Outcome { Get-DisconnectSolution 999999, 404104, NoSuchName }
        $outcome.Output.ErrorCode | Should -Be 404104
        $outcome.Errors | Should -HaveCount 2
        $outcome.Errors[0].FullyQualifiedErrorId | Should -Be 'UnknownErrorCode,IoTHubDisconnect.Commands.GetDisconnectSolutionCommand'
        $outcome.Errors[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $outcome.Errors.TargetObject | Should -Be 999999, NoSuchName
        $outcome.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*without parameters*'
    }
}
