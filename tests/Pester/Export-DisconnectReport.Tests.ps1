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
        $page | Should -Not -Match '<script|<img|<iframe|url\(|@import|src='
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

    It 'takes no report away where no cause came: <Name>' -ForEach @(
        @{ Name = 'none at all'; Script = { @() } }
        @{ Name = 'none of the devices asked for'; Script = { Get-DeviceDisconnect $log }; Options = @{ DeviceId = 'nosuch' } }
        @{ Name = 'rows of a table'; Script = { [pscustomobject]@{ DeviceId = 'a'; Time = '2026-10-14' } } }
    ) {
        Set-Content TestDrive:/kept.html 'mine'
        $chosen = $Options ?? @{}
        & $Script | Export-DisconnectReport TestDrive:/kept.html -PassThru @chosen -WarningVariable warnings -WarningAction Ignore -ErrorAction Ignore | Should -BeNullOrEmpty
        Get-Content TestDrive:/kept.html | Should -Be 'mine'
        "$warnings" | Should -BeLike '*stays as it was*'
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
