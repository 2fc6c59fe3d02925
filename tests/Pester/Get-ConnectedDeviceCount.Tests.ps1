BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe '<_>' -ForEach 'Get-ConnectedDeviceCount', 'Test-DisconnectLogging' {
    It 'takes a hub by its id or by its name' {
        $sets = (Get-Command $_).ParameterSets
        $sets.Name | Sort-Object | Should -Be 'HubName', 'ResourceId'
        ($sets | Where-Object Name -EQ ResourceId).Parameters.Where{ $_.IsMandatory }.Name | Should -Be ResourceId
        ($sets | Where-Object Name -EQ HubName).Parameters.Where{ $_.IsMandatory }.Name | Should -Be HubName
    }

    It 'takes the hubs of the Az modules from the pipeline by their ids' {
        $parameter = (Get-Command $_).Parameters['ResourceId']
        $parameter.Aliases | Should -Contain Id
        $parameter.Attributes.Where{ $_ -is [Parameter] }.ValueFromPipelineByPropertyName | Should -Be $true
    }

    It 'refuses what is no hub before it asks anything of Azure' {
        { & $_ -ResourceId '/subscriptions/x/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/s' } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        { & $_ -ResourceId '/subscriptions/../../elsewhere' } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        { & $_ -HubName 'a/b?c' } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}

Describe 'Get-ConnectedDeviceCount' {
    BeforeAll {
        $hub = '/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/r/providers/Microsoft.Devices/IotHubs/contoso'
    }

    It 'refuses a period with two begins, and one that ends before it begins' {
        { Get-ConnectedDeviceCount $hub -Last 1h -StartTime 2026-11-16 } | Should -Throw -ErrorId 'TwoPeriodStarts*'
        { Get-ConnectedDeviceCount $hub -StartTime 2026-11-17 -EndTime 2026-11-16 } | Should -Throw -ErrorId 'EmptyPeriod*'
    }

    It 'gives objects that a report can be made of' {
        [IoTHubDisconnect.ConnectedDeviceCount].GetProperties().Name | Sort-Object |
            Should -Be 'Average', 'Depth', 'HubName', 'IsDip', 'Maximum', 'Minimum', 'ResourceId', 'Time', 'Usual'
        [IoTHubDisconnect.ConnectedDeviceCount].GetProperties().Where{ $_.SetMethod -and $_.SetMethod.IsPublic } | Should -BeNullOrEmpty
    }
}
