BeforeDiscovery {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $causeNames = [enum]::GetNames([IoTHubDisconnect.CauseName])
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'Get-DisconnectSolution' {
    It 'finds what is asked for: <Asked>' -ForEach @(
        @{ Asked = '404104'; Names = 'DeviceConnectionClosedRemotely' }
        @{ Asked = "'404104'"; Names = 'DeviceConnectionClosedRemotely' }
        @{ Asked = 'deviceconnectionclosedremotely'; Names = 'DeviceConnectionClosedRemotely' }
        @{ Asked = '404104, 401003, DeviceDisabled'; Names = 'DeviceConnectionClosedRemotely IotHubUnauthorized DeviceDisabled' }
        @{ Asked = '404104, 404104'; Names = 'DeviceConnectionClosedRemotely' }
        @{ Asked = '-ErrorCode 403002'; Names = 'IotHubQuotaExceeded' }
        @{ Asked = '400001'; Names = '400xxx' }
        @{ Asked = 'SasTokenExpired'; Names = 'SasTokenExpired' }
        @{ Asked = '-Cause sastokenexpired, NetworkLost'; Names = 'SasTokenExpired NetworkLost' }
        @{ Asked = 'DeviceDisabled -Cause DeviceDisabled'; Names = 'DeviceDisabled DeviceDisabled' }
        @{ Asked = '$null'; Names = '' }
    ) {
        "$((Invoke-Expression "Get-DisconnectSolution $Asked").Name)" | Should -BeExactly $Names
    }

    It 'finds what is piped: <Piped>' -ForEach @(
        @{ Piped = '404104, 403002'; Names = 'DeviceConnectionClosedRemotely IotHubQuotaExceeded' }
        @{ Piped = "'404104', 'DeviceDisabled'"; Names = 'DeviceConnectionClosedRemotely DeviceDisabled' }
        @{ Piped = '[IoTHubDisconnect.CauseName]::Throttled'; Names = 'Throttled' }
        @{ Piped = '404104, $null, [IoTHubDisconnect.CauseName]::Throttled'; Names = 'DeviceConnectionClosedRemotely Throttled' }
        @{ Piped = '(Get-DisconnectSolution 404104)'; Names = 'DeviceConnectionClosedRemotely' }
        @{ Piped = '(Get-DisconnectSolution -Cause Throttled)'; Names = 'Throttled' }
        @{ Piped = '(Measure-DisconnectCause $log -By Hub)'; Names = '' }
    ) {
        "$((Invoke-Expression "$Piped | Get-DisconnectSolution").Name)" | Should -BeExactly $Names
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
        ($causes.Cause | Get-DisconnectSolution).Name | Sort-Object | Should -Be ($expected | ForEach-Object ToString | Sort-Object)
        ($causes.ErrorName | Where-Object { $_ } | Get-DisconnectSolution).ErrorCode | Sort-Object | Should -Be $codes
    }

    It 'shows a single solution as a page, also after a listing' {
        $null = Get-DisconnectSolution
        (Get-DisconnectSolution 404104).PSTypeNames | Should -Not -Match '#'
    }

    It 'shows its links as addresses' {
        $solution = Get-DisconnectSolution 404104
        $shown = $solution | Select-Object -ExpandProperty Links | Out-String -Width 200
        $shown.Trim() -split '\r?\n' | Should -Be $solution.Links.AbsoluteUri
        ($solution.HelpUri | Out-String -Width 200).Trim() | Should -Be $solution.HelpUri.AbsoluteUri
        $solution.Links[0] | Should -BeOfType uri
    }

    It 'answers in <Culture>' -ForEach @(
        @{ Culture = 'tr-TR'; Language = 'tr'; Pages = 'tr-tr' }
        @{ Culture = 'tr'; Language = 'tr'; Pages = 'tr-tr' }
        @{ Culture = 'en-GB'; Language = 'en'; Pages = 'en-gb' }
        @{ Culture = 'de-DE'; Language = 'en'; Pages = 'de-de' }
        @{ Culture = 'ja-JP'; Language = 'en'; Pages = 'ja-jp' }
    ) {
        $solution = Get-DisconnectSolution 401003 -Culture $Culture
        $cause = Get-DeviceDisconnect $log | Select-Object -First 1 | Resolve-DisconnectCause -Culture $Culture
        $solution.Culture | Should -Be $Language
        "$($solution.HelpUri)" | Should -BeLike "https://learn.microsoft.com/$Pages/*"
        "$($cause.HelpUri)" | Should -BeLike "https://learn.microsoft.com/$Pages/*"
        $cause.Solution | Should -Be (Get-DisconnectSolution -Cause $cause.Cause -Culture $Culture).Solution
    }
}
