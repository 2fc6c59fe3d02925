BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    function Get-Completion([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }
}

Describe 'Completion' {
    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'Get-DisconnectSolution 4041'; Expected = '404104' }
        @{ Line = 'Get-DisconnectSolution -ErrorCode ClosedRemotely'; Expected = 'DeviceConnectionClosedRemotely' }
        @{ Line = 'Get-DisconnectSolution -Cause SasToken'; Expected = 'SasTokenExpired' }
        @{ Line = 'Get-DisconnectSolution 404104 -Culture tr'; Expected = 'tr-TR' }
        @{ Line = 'Get-DeviceDisconnect . -ErrorCode 4010'; Expected = '401003' }
        @{ Line = 'Get-DeviceDisconnect . -Last '; Expected = '24h' }
        @{ Line = 'Resolve-DisconnectCause -TokenLifetime '; Expected = '60m' }
        @{ Line = 'Resolve-DisconnectCause -Culture de'; Expected = 'de-DE' }
        @{ Line = 'Measure-DisconnectCause . -By S'; Expected = 'Site' }
        @{ Line = 'Measure-DisconnectCause . -TokenLifetime 2'; Expected = '2h' }
        @{ Line = 'Measure-DisconnectCause . -KeepAlive '; Expected = '240s' }
        @{ Line = 'Get-DeviceDisconnect . -ErrorCode 404104, Throttling'; Expected = 'ThrottlingException' }
    ) {
        (Get-Completion $Line).CompletionText | Should -Contain $Expected
    }

    It 'tells what a code means' {
        (Get-Completion 'Get-DisconnectSolution 404104').ToolTip | Should -Not -Be '404104'
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
