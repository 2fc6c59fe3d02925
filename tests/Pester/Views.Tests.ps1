BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $disconnects = Get-DeviceDisconnect $log
    $causes = $disconnects | Resolve-DisconnectCause
    $hub = $disconnects[0].ResourceId
    $outputs = @{
        Get     = $disconnects
        Resolve = $causes
        Attention = Get-DeviceAttention $log
        Area    = Measure-DisconnectCause $log -By Area
        Cause   = Measure-DisconnectCause $log
        Device  = Measure-DisconnectCause $log -By Device
        Hub     = Measure-DisconnectCause $log -By Hub
        Site    = Measure-DisconnectCause $log -By Site
        Sdk     = Measure-DisconnectCause $log -By Sdk
        Hour    = Measure-DisconnectCause $log -By Hour
        Compare = Compare-DisconnectCause $log
        Alert   = @(
            New-DisconnectAlertRule TestDrive:/of-day.bicep -ResourceId $hub -Threshold 1234567 -WindowSize 24h -EvaluationFrequency 6h -WarningAction Ignore
            $causes | New-DisconnectAlertRule TestDrive:/of-past.bicep -WarningAction Ignore
        )
    }

    function Get-Table($Objects, [int] $Width) {
        ($Objects | Format-Table | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() }
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
}

Describe 'The table of <Output> at <Width> columns' -ForEach @(
    foreach ($width in 80, 100, 120) {
        @{ Width = $width; Output = 'Get'; Shows = 'DeviceId', 'Error', 'Duration', 'Downtime' }
        @{ Width = $width; Output = 'Resolve'; Shows = 'DeviceId', 'Cause', 'Sure', 'Exp.', 'Reason' }
        @{ Width = $width; Output = 'Attention'; Shows = 'Device', 'State', 'Down', 'Since (UTC)', 'Cause' }
        @{ Width = $width; Output = 'Area'; Shows = 'Area', 'Count', 'Devices', 'Exp.', 'MainTrouble', 'Total down' }
        @{ Width = $width; Output = 'Cause'; Shows = 'Cause', 'Count', 'Devices', 'Expected', 'Total down' }
        @{ Width = $width; Output = 'Device'; Shows = 'Device', 'Count', 'Expected', 'MainTrouble', 'Total down' }
        @{ Width = $width; Output = 'Hub'; Shows = 'Hub', 'Count', 'Devices', 'Exp.', 'MainTrouble', 'Total down' }
        @{ Width = $width; Output = 'Site'; Shows = 'Site', 'HubName', 'Count', 'Devices', 'MainTrouble', 'Total down' }
        @{ Width = $width; Output = 'Sdk'; Shows = 'Sdk', 'Count', 'Devices', 'Exp.', 'MainTrouble', 'Total down' }
        @{ Width = $width; Output = 'Hour'; Shows = 'Hour (UTC)', 'Count', 'Devices', 'Exp.', 'MainTrouble', 'Down of these' }
        @{ Width = $width; Output = 'Compare'; Shows = 'Cause', 'Change', 'Significant', 'Reference', 'Difference', 'Expected' }
        @{ Width = $width; Output = 'Alert'; Shows = 'Name', 'Fires above', 'In', 'Every', 'In the baseline' }
    }
) {
    BeforeAll {
        $lines = Get-Table $outputs[$Output] $Width
    }

    It 'has the columns that matter, each label on one line' {
        $lines[1] | Should -Match '^[- ]+$'
        foreach ($label in $Shows) { $lines[0] | Should -Match "(^| )$([regex]::Escape($label))( |$)" }
    }

    It 'fits, and cuts nothing on its left' {
        $lines | Where-Object Length -GT $Width | Should -BeNullOrEmpty
        $lines -match '(^|\s)…\S' | Should -BeNullOrEmpty
    }

    It 'writes durations alike' {
        $lines -match '\d+\.\d\d:\d\d:\d\d|h00m00s|m00s' | Should -BeNullOrEmpty
    }
}

Describe 'Evidence in a list' {
    It 'is called so where it speaks against the cause' {
        $against, $for = $causes.Evidence.Where({ $_.Weight -lt 0 }, 'Split')
        $against | ForEach-Object { [IoTHubDisconnect.Commands.Format]::Lines(@($_)) } | Should -BeLike '*(speaks against it*)'
        $for | ForEach-Object { [IoTHubDisconnect.Commands.Format]::Lines(@($_)) } | Should -Not -BeLike '*speaks against*'
    }
}

Describe 'Large figures' {
    It 'are whole at <_> columns' -ForEach 80, 100, 120 {
        (Get-Table $outputs.Alert[0] $_)[2] | Should -Match ' 1,234,567 devices +1 d +6 h '
    }
}
