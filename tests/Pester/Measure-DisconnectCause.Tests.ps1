BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $all = Get-DeviceDisconnect $log
    $causes = $all | Resolve-DisconnectCause
}

Describe 'Sums by <_>' -ForEach 'Cause', 'Device', 'Hub', 'Site', 'Sdk', 'Hour' {
    BeforeAll {
        $by = $_
        $sums = Measure-DisconnectCause $log -By $by
    }

    It 'count every disconnect once' {
        ($sums | Measure-Object Count -Sum).Sum | Should -Be $all.Count
        [Math]::Round(($sums | Measure-Object Share -Sum).Sum, 6) | Should -Be 1
        ($sums | Measure-Object ExpectedCount -Sum).Sum | Should -Be ($causes | Where-Object IsExpected | Measure-Object).Count
    }

    It 'are the same from the pipeline' {
        $text = { '{0} {1} {2} {3} {4} {5} {6}' -f $_.HubName, $_.Name, $_.Count, $_.DeviceCount, $_.ExpectedCount, $_.MainCause, $_.MedianDowntime }
        $expected = $sums | ForEach-Object $text
        $causes | Measure-DisconnectCause -By $by | ForEach-Object $text | Should -Be $expected
        $all | Measure-DisconnectCause -By $by | ForEach-Object $text | Should -Be $expected
    }

    It 'begin and end with their disconnects' {
        ($sums.First | Measure-Object -Minimum).Minimum | Should -Be ($all.Time | Measure-Object -Minimum).Minimum
        ($sums.Last | Measure-Object -Maximum).Maximum | Should -Be ($all.Time | Measure-Object -Maximum).Maximum
    }

    It 'come in order' {
        if ($by -eq 'Hour') { $sums.Name | Should -Be ($sums.Name | Sort-Object) }
        else { $sums | ForEach-Object Count | Should -Be ($sums | ForEach-Object Count | Sort-Object -Descending) }
    }
}

Describe 'What is summed up' {
    It 'is by cause where nothing is said' {
        $sums = Measure-DisconnectCause $log
        $sums.By | Sort-Object -Unique | Should -Be Cause
        $sums | ForEach-Object Count | Should -Be ($causes | Group-Object Cause | Sort-Object Count -Descending | ForEach-Object Count)
    }

    It 'narrows as Get-DeviceDisconnect does' -ForEach @(
        @{ Choice = @{ DeviceId = '*-0[12]' } }
        @{ Choice = @{ ErrorCode = 404104, 400027 } }
        @{ Choice = @{ HubName = '*-izmir' } }
        @{ Choice = @{ HubName = 'fabrikam-izmir'; DeviceId = '*-0[12]' } }
        @{ Choice = @{ Last = '3h' } }
        @{ Choice = @{ Last = '3h'; EndTime = [datetimeoffset] '2026-10-14T20:00Z' } }
    ) {
        $sum = Measure-DisconnectCause $log -By Hub @Choice | Measure-Object Count -Sum
        $sum.Sum | Should -Be @(Get-DeviceDisconnect $log @Choice).Count
        $sum.Sum | Should -BeGreaterThan 0
    }

    It 'narrows what is piped as what is read' -ForEach @(
        @{ Choice = @{ DeviceId = '*-0[12]' } }
        @{ Choice = @{ ErrorCode = 404104, 400027 } }
        @{ Choice = @{ StartTime = [datetimeoffset] '2026-10-14T17:00Z'; EndTime = [datetimeoffset] '2026-10-14T20:00Z' } }
        @{ Choice = @{ Last = '3h'; EndTime = [datetimeoffset] '2026-10-14T20:00Z' } }
        @{ Choice = @{ DeviceId = '*-0[12]'; ErrorCode = 404104; Last = '3h'; EndTime = [datetimeoffset] '2026-10-14T20:00Z' } }
    ) {
        $sums = Measure-DisconnectCause $log @Choice
        $sums | Should -Not -BeNullOrEmpty
        "$($causes | Measure-DisconnectCause @Choice)" | Should -Be "$sums"
        "$($all | Measure-DisconnectCause @Choice)" | Should -Be "$sums"
    }

    It 'counts -Last back from the newest of what is piped' {
        $newest = ($all.Time | Measure-Object -Maximum).Maximum
        ($causes | Measure-DisconnectCause -Last 3h | Measure-Object Count -Sum).Sum |
            Should -Be @($all | Where-Object Time -GE $newest.AddHours(-3)).Count
    }

    It 'is nothing where none fits' {
        $causes | Measure-DisconnectCause -DeviceId NO-SUCH-DEVICE -WarningAction Ignore | Should -BeNullOrEmpty
    }

    It 'refuses what is no cause' {
        { [pscustomobject]@{ Name = 'a' } | Measure-DisconnectCause -ErrorAction Stop } | Should -Throw -ErrorId 'InputObjectNotBound,*'
        { 1 | Measure-DisconnectCause -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,*'
    }

    It 'may be chosen from the pipeline' {
        $sums = $causes | Where-Object IsExpected -EQ $false | Measure-DisconnectCause
        $sums.IsExpected | Sort-Object -Unique | Should -BeFalse
    }

    It 'takes files from Get-ChildItem as one log' {
        $sums = Get-ChildItem $log -Recurse -File | Measure-DisconnectCause
        "$sums" | Should -Be "$(Measure-DisconnectCause $log)"
    }

    It 'gives nothing for nothing' {
        @() | Measure-DisconnectCause | Should -BeNullOrEmpty
    }
}

Describe 'What is asked for where nothing is given' {
    It 'is a path to <_>' -ForEach 'Measure-DisconnectCause', 'Compare-DisconnectCause' {
        (Get-Command $_).DefaultParameterSet | Should -Be Path
        Invoke-FreshSession "Import-Module '$manifest'; try { $_ } catch { `$_.Exception.Message }" | Should -Match 'mandatory parameters: Path'
    }
}
