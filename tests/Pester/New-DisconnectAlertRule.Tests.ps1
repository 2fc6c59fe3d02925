BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $hub = '/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/contoso-iot/providers/Microsoft.Devices/IotHubs/contoso-eu'
    $all = Get-DeviceDisconnect $log
}

Describe 'A template' {
    It 'is valid JSON with the rule in it' {
        $rule = New-DisconnectAlertRule "$TestDrive/alert.json" -ResourceId $hub -Threshold 7
        $template = Get-Content "$TestDrive/alert.json" -Raw | ConvertFrom-Json
        $template.resources[0].type | Should -Be 'Microsoft.Insights/scheduledQueryRules'
        $template.resources[0].properties.criteria.allOf[0].threshold | Should -Be 7
        $template.variables.query | Should -Be $rule.Query
    }

    It 'is Bicep by default' {
        New-DisconnectAlertRule "$TestDrive/alert.bicep" -ResourceId $hub -Threshold 7 | Should -Not -BeNullOrEmpty
        "$TestDrive/alert.bicep" | Should -FileContentMatch "resource rule1 'Microsoft.Insights/scheduledQueryRules@2023-12-01'"
    }

    It 'has a rule for each hub of the baseline' {
        $rules = $all | New-DisconnectAlertRule "$TestDrive/baseline.bicep" -WarningAction Ignore
        $rules.ResourceId | Sort-Object | Should -Be ($all.ResourceId | Sort-Object -Unique)
        $rules | ForEach-Object { $_.BaselineAlerts | Should -BeLessOrEqual 1 }
    }

    It 'is not written over another unless that is meant' {
        'mine' > "$TestDrive/mine.bicep"
        { New-DisconnectAlertRule "$TestDrive/mine.bicep" -ResourceId $hub -Threshold 7 -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists*'
        Get-Content "$TestDrive/mine.bicep" | Should -Be 'mine'
    }
}

Describe 'Publishing a report' {
    It 'says where it would go' {
        'report' > "$TestDrive/report.html"
        Publish-DisconnectReport "$TestDrive/report.html" https://reports.invalid/reports -WhatIf | Should -BeNullOrEmpty
    }

    It 'wants a file that is there' {
        { Publish-DisconnectReport "$TestDrive/gone.html" 'https://reports.blob.core.windows.net/reports?sig=x' -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound*'
    }
}

Describe 'The samples for unattended use' {
    It 'parses: <_>' -ForEach 'Publish-HubReport.ps1', 'Write-NightlyReport.ps1', 'Test-Release.ps1' {
        $errors = $null
        $null = [Management.Automation.Language.Parser]::ParseFile("$PSScriptRoot/../../module/samples/runbooks/$_", [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
    }

    It 'writes a nightly report' {
        $line = & "$PSScriptRoot/../../module/samples/runbooks/Write-NightlyReport.ps1" -Path $log -ReportFolder "$TestDrive/reports" -EndTime '2026-10-15T02:00Z'
        @(Get-ChildItem "$TestDrive/reports" -Filter *.html).Count | Should -Be 1
        $line | Should -BeLike '*.html'
    }
}
