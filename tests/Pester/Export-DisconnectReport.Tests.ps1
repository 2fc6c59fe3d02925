BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $sums = Measure-DisconnectCause $log
    $count = ($sums | Measure-Object Count -Sum).Sum
}

Describe 'A report as <Format>' -ForEach @{ Format = 'Html'; Ending = 'html' }, @{ Format = 'Markdown'; Ending = 'md' }, @{ Format = 'Csv'; Ending = 'csv' } {
    BeforeAll {
        $report = Export-DisconnectReport $log "TestDrive:/report.$Ending" -PassThru
    }

    It 'goes by the name of the file' {
        $report.Format | Should -Be $Format
        $report.FullName | Should -Exist
    }

    It 'has the figures of Measure-DisconnectCause' {
        $report.Count | Should -Be $count
        $report.ExpectedCount | Should -Be ($sums | Measure-Object ExpectedCount -Sum).Sum
    }

    It 'is the same from the pipeline' {
        $piped = Get-DeviceDisconnect $log | Resolve-DisconnectCause | Export-DisconnectReport "TestDrive:/piped.$Ending" -PassThru
        $piped.Headline, $piped.Count, $piped.AttentionCount | Should -Be ($report.Headline, $report.Count, $report.AttentionCount)
    }
}

Describe 'A report of a hub' {
    It 'has the figures of that hub, whichever way its files are given' {
        $count = (Measure-DisconnectCause $log -HubName *-izmir | Measure-Object Count -Sum).Sum
        (Export-DisconnectReport $log TestDrive:/hub.md -HubName *-izmir -PassThru).Count | Should -Be $count
        (Export-DisconnectReport $log -FilePath TestDrive:/hub.md -HubName *-izmir -PassThru).Count | Should -Be $count
        (Export-DisconnectReport -LiteralPath $log TestDrive:/hub.md -HubName fabrikam-izmir -PassThru).Count | Should -Be $count
    }

    It 'is read from Azure where only the file to write is given' -ForEach @(
        @{ Line = 'Export-DisconnectReport TestDrive:/hub.md -HubName fabrikam-*' }
        @{ Line = 'Export-DisconnectReport -FilePath TestDrive:/hub.md -HubName fabrikam-*' }
    ) {
        $ErrorActionPreference = 'Stop'
        { Invoke-Expression $Line } | Should -Throw -ErrorId 'NotSignedIn,*'
    }
}

Describe 'What is written' {
    It 'says the headline first' {
        $report = Export-DisconnectReport $log TestDrive:/report.md -Culture en-US -PassThru
        Get-Content $report.FullName -TotalCount 1 | Should -Be "# $($report.Headline)"
    }

    It 'is Turkish where that is asked for' {
        Export-DisconnectReport $log TestDrive:/report.html -Culture tr-TR
        Get-Content TestDrive:/report.html -Raw | Should -Match '<html lang="tr">'
    }

    It 'has a row for each device that needs attention in CSV' {
        $report = Export-DisconnectReport $log TestDrive:/report.csv -PassThru
        Import-Csv TestDrive:/report.csv | Should -HaveCount $report.AttentionCount
    }

    It 'names no address but pages to read' {
        Export-DisconnectReport $log TestDrive:/report.html
        $page = Get-Content TestDrive:/report.html -Raw
        $page | Should -Not -Match '<script|<img|<iframe|url\((?!#)|@import|src='
        [regex]::Matches($page, '(\w+)="https?://').ForEach{ $_.Groups[1].Value } | Sort-Object -Unique | Should -Be 'href'
    }

    It 'is nothing with -WhatIf' {
        Export-DisconnectReport $log TestDrive:/whatif.html -WhatIf
        'TestDrive:/whatif.html' | Should -Not -Exist
    }

    It 'is a report even where no cause came' {
        $report = @() | Export-DisconnectReport -FilePath TestDrive:/none.html -PassThru
        $report.Count | Should -Be 0
        $report.FullName | Should -Exist
    }

    It 'never takes the place of a report where it has nothing to say: <What>' -ForEach @(
        @{ What = 'no cause'; Nothing = { @() | Export-DisconnectReport -FilePath TestDrive:/kept.html @args } }
        @{ What = 'a time after the log'; Nothing = { Export-DisconnectReport $log TestDrive:/kept.html -StartTime 2027-01-01 @args } }
        @{ What = 'a time before the log'; Nothing = { Export-DisconnectReport $log TestDrive:/kept.html -EndTime 2020-01-01 @args } }
        @{ What = 'a device that is not there'; Nothing = { Export-DisconnectReport $log TestDrive:/kept.html -DeviceId nosuch @args } }
    ) {
        Set-Content TestDrive:/kept.html 'the report of yesterday'
        $warnings = & $Nothing -PassThru 3>&1
        Get-Content TestDrive:/kept.html | Should -Be 'the report of yesterday'
        $warnings | Should -BeOfType System.Management.Automation.WarningRecord
        $warnings[-1] | Should -BeLike '*kept.html* is left as it was*'
    }

    It 'says in the words of Measure-DisconnectCause why there is nothing' {
        Export-DisconnectReport $log TestDrive:/nobody.html -DeviceId nosuch -WarningVariable said -WarningAction SilentlyContinue
        $null = Measure-DisconnectCause -Path $log -DeviceId nosuch -WarningVariable measured -WarningAction SilentlyContinue
        "$said" | Should -Be "$measured"
    }

    It 'goes nowhere where the folder is missing' {
        { Export-DisconnectReport $log TestDrive:/missing/report.html } | Should -Throw -ErrorId 'FolderNotFound,*'
    }
}

Describe 'What a fix would save' {
    It 'is no more than there is' {
        foreach ($sum in $sums) { foreach ($saving in $sum.Savings) { $saving.Count | Should -BeLessOrEqual $sum.Count } }
    }

    It 'comes with its basis' {
        $sums.Savings | Should -Not -BeNullOrEmpty
        $sums.Savings.Basis | Should -Match '^Estimate: '
    }
}
