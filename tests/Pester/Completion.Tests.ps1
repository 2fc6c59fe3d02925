BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    function Get-Completion([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }
}

Describe 'Completion' {
    # Where there are no files to complete.
    BeforeAll { Push-Location TestDrive:/ }
    AfterAll { Pop-Location }

    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'Get-DisconnectSolution 4041'; Expected = '404103 404104' }
        @{ Line = 'Get-DisconnectSolution remotely'; Expected = 'DeviceConnectionClosedRemotely' }
        @{ Line = 'Get-DisconnectSolution -ErrorCode quota'; Expected = 'IotHubQuotaExceeded' }
        @{ Line = 'Get-DisconnectSolution -Cause sas'; Expected = 'SasTokenExpired SasTokenRenewed' }
        @{ Line = 'Get-DisconnectSolution -Cause Throttled, Id'; Expected = 'IdleTimeout' }
        @{ Line = 'Get-DisconnectSolution 404104 -Culture tr'; Expected = 'tr-TR' }
        @{ Line = 'Get-DeviceDisconnect . -ErrorCode 404104, 4010'; Expected = '401000 401001 401002 401003 401004' }
        @{ Line = 'Get-DeviceDisconnect . -ErrorCode 404104, ThrottlingE'; Expected = 'ThrottlingException' }
        @{ Line = 'Get-DeviceDisconnect . -Last '; Expected = '1h 24h 30d 7d' }
        @{ Line = 'Get-DeviceDisconnect . -Last 2'; Expected = '24h' }
        @{ Line = 'Resolve-DisconnectCause -TokenLifetime 6'; Expected = '60m' }
        @{ Line = 'Resolve-DisconnectCause -KeepAlive 2'; Expected = '230s 240s' }
        @{ Line = 'Resolve-DisconnectCause -Culture d'; Expected = 'de-DE' }
        @{ Line = 'Measure-DisconnectCause . -ErrorCode onlinE'; Expected = 'DeviceNotOnline' }
        @{ Line = 'Measure-DisconnectCause . -By '; Expected = 'Area Cause Device Hour Hub Sdk Site' }
        @{ Line = 'Measure-DisconnectCause . -By h'; Expected = 'Hour Hub' }
        @{ Line = 'Measure-DisconnectCause . -TokenLifetime 2'; Expected = '20m 24h 2h' }
        @{ Line = 'Measure-DisconnectCause . -KeepAlive 24'; Expected = '240s' }
        @{ Line = 'Measure-Disc'; Expected = 'Measure-DisconnectCause' }
        @{ Line = 'Measure-DisconnectCause -Lit'; Expected = '-LiteralPath' }
        @{ Line = 'Get-DisconnectSolution xyz'; Expected = '' }
        @{ Line = 'Get-DeviceDisconnect . -Last 9'; Expected = '' }
        @{ Line = 'Get-DisconnectSolution -Culture qq'; Expected = '' }
    ) {
        "$((Get-Completion $Line).CompletionText | Sort-Object)" | Should -Be $Expected
    }

    It 'shows the name of a code, and what it means' {
        $code = Get-Completion 'Get-DisconnectSolution 404104'
        $code.ListItemText | Should -Be '404104 DeviceConnectionClosedRemotely'
        $code.ToolTip | Should -Be (Get-DisconnectSolution 404104).Summary
    }

    It 'tells that <Shown> is <Meaning>' -ForEach @(
        @{ Line = 'Get-DeviceDisconnect . -Last 7'; Shown = '7d'; Meaning = 'week' }
        @{ Line = 'Get-DisconnectSolution -Culture tr'; Shown = 'tr-TR'; Meaning = 'Turkish' }
    ) {
        (Get-Completion $Line | Where-Object ListItemText -EQ $Shown).ToolTip | Should -BeLike "*$Meaning*"
    }

    It 'knows the properties that come down the pipeline' {
        (Get-Completion 'Get-DeviceDisconnect . | Resolve-DisconnectCause | ForEach-Object Confi').CompletionText | Should -Contain 'Confidence'
    }
}

Describe 'Completion after a log was read' {
    BeforeAll {
        $disconnects = Get-DeviceDisconnect $log
    }

    It 'knows its devices' {
        $device = $disconnects[0].DeviceId
        (Get-Completion "Get-DeviceDisconnect . -DeviceId $($device.Substring(0, 3))").CompletionText | Should -Contain $device
        (Get-Completion "Test-DeviceConnectivity hub -DeviceId $device").CompletionText | Should -Contain $device
    }

    It 'knows its hubs' {
        (Get-Completion 'Get-DeviceDisconnect . -HubName ').CompletionText | Should -Be ($disconnects.HubName | Sort-Object -Unique)
    }

    It 'quotes a device whose name needs it, and takes it back' {
        $file = 'TestDrive:/odd.json'
        (Get-ChildItem $log -Recurse -File | Get-Content) -creplace [regex]::Escape($disconnects[0].DeviceId), 'odd [1]$x' | Set-Content $file
        $odd = Get-DeviceDisconnect $file -DeviceId 'odd*'
        $text = (Get-Completion "Get-DeviceDisconnect $file -DeviceId odd").CompletionText
        Invoke-Expression "Get-DeviceDisconnect $file -DeviceId $text" | Should -HaveCount $odd.Count
    }
}

Describe 'Completion of <Command> -<Parameter>' -ForEach @(
    . $PSScriptRoot/Import-BuiltModule.ps1
    foreach ($command in Get-Command -Module IoTHubDisconnect, IoTHubDisconnect.Cmdlets -CommandType Cmdlet) {
        $command.Parameters.Values | Where-Object { -not $_.SwitchParameter -and $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters } |
            ForEach-Object { @{ Command = $command.Name; Parameter = $_.Name } }
    }
) {
    It 'offers files for paths alone' {
        $null = New-Item TestDrive:/place/log.json -Force
        Push-Location TestDrive:/place
        try { $offered = Get-Completion "$Command -$Parameter " }
        finally { Pop-Location }
        $isPath = $Parameter -match '(Path|TokenFile)$'
        ($offered.ResultType -contains 'ProviderItem') | Should -Be $isPath
    }
}
