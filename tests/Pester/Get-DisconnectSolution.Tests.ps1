BeforeDiscovery {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $causeNames = [enum]::GetNames([IoTHubDisconnect.CauseName])
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'Get-DisconnectSolution' {
    It 'finds a code by number, as number and as text, and by name' {
        (Get-DisconnectSolution 404104).Name | Should -Be DeviceConnectionClosedRemotely
        (Get-DisconnectSolution '404104').Name | Should -Be DeviceConnectionClosedRemotely
        (Get-DisconnectSolution DeviceConnectionClosedRemotely).ErrorCode | Should -Be 404104
    }

    It 'has an answer for the cause <_>' -ForEach $causeNames {
        (Get-DisconnectSolution -Cause $_).Cause | Should -Be $_
    }

    It 'lists everything where nothing is asked' {
        $all = Get-DisconnectSolution
        ($all | Where-Object { $null -ne $_.Cause }).Count | Should -Be ([enum]::GetNames([IoTHubDisconnect.CauseName])).Count
        $all.ErrorCode | Should -Contain 404104
        $all | Where-Object { -not ($_.Summary -and $_.Meaning -and $_.Solution -and $_.HelpUri) } | Should -BeNullOrEmpty
    }

    It 'takes causes, disconnects and sums from the pipeline, and gives each solution once' {
        $causes = Get-DeviceDisconnect $log | Resolve-DisconnectCause
        $expected = $causes.Cause | Sort-Object -Unique
        ($causes | Get-DisconnectSolution).Cause | Sort-Object | Should -Be $expected
        (Measure-DisconnectCause $log | Get-DisconnectSolution).Cause | Sort-Object | Should -Be $expected
        $codes = $causes.Disconnect.ErrorCode | Where-Object { $null -ne $_ } | Sort-Object -Unique
        ($causes.Disconnect | Get-DisconnectSolution).ErrorCode | Sort-Object | Should -Be $codes
    }

    It 'shows its links as addresses' {
        $solution = Get-DisconnectSolution 404104
        $shown = $solution | Select-Object -ExpandProperty Links | Out-String -Width 200
        $shown.Trim() -split '\r?\n' | Should -Be $solution.Links.AbsoluteUri
        ($solution.HelpUri | Out-String -Width 200).Trim() | Should -Be $solution.HelpUri.AbsoluteUri
        $solution.Links[0] | Should -BeOfType uri
    }

    It 'answers in <Culture>' -ForEach @{ Culture = 'tr-TR'; Language = 'tr' }, @{ Culture = 'en-GB'; Language = 'en' }, @{ Culture = 'ja-JP'; Language = 'en' } {
        $solution = Get-DisconnectSolution 401003 -Culture $Culture
        $solution.Culture | Should -Be $Language
        "$($solution.HelpUri)" | Should -BeLike "https://learn.microsoft.com/$Culture/*"
    }
}
