BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'Test-DeviceConnectivity' {
    It 'takes one kind of credentials at a time' {
        (Get-Command Test-DeviceConnectivity).ParameterSets.Name | Sort-Object |
            Should -Be 'Certificate', 'CertificateFile', 'ConnectionString', 'Hub', 'SasToken', 'SharedAccessKey'
        { Test-DeviceConnectivity a -SasToken b -SharedAccessKey c } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }

    It 'knows WhatIf and Confirm' {
        (Get-Command Test-DeviceConnectivity).Parameters.Keys | Should -Contain WhatIf
    }

    It 'tells of a name that nobody knows, and skips what needs an address' {
        $results = Test-DeviceConnectivity nowhere.invalid -Timeout 5s
        $results[0].Step | Should -Be Dns
        $results[0].State | Should -Be Failed
        $results[0].Finding | Should -BeIn 'DnsNotFound', 'DnsFailed'
        $results[0].Fix | Should -Not -BeNullOrEmpty
        $results.Where{ $_.Protocol }.State | Should -Be ('Skipped', 'Skipped', 'Skipped', 'Skipped', 'Skipped')
    }

    It 'tells of ports that nothing listens at' {
        $results = Test-DeviceConnectivity 127.0.0.1 -MqttPort 1 -AmqpPort 1 -HttpsPort 1 -Protocol Mqtt, Amqp
        $results.Where{ $_.Step -eq 'Tcp' }.Finding | Should -Be 'PortClosed', 'PortClosed'
        $results | Out-String -Width 120 | Should -Match '-> Something on'
        $results | Format-List | Out-String | Should -Match 'HelpUri'
    }

    It 'answers with a Boolean' {
        Test-DeviceConnectivity 127.0.0.1 -MqttPort 1 -Protocol Mqtt -Quiet | Should -BeFalse
    }

    It 'takes a SecureString, and shows nothing of a bad connection string' {
        $secret = ConvertTo-SecureString 'DeviceId=a;SharedAccessKey=c2VjcmV0' -AsPlainText -Force
        { Test-DeviceConnectivity -ConnectionString $secret -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidDeviceCredentials*'
        $Error[0] | Out-String | Should -Not -Match 'c2VjcmV0'
    }

    It 'signs in nowhere with -WhatIf' {
        $results = Test-DeviceConnectivity -ConnectionString 'HostName=127.0.0.1;DeviceId=a;SharedAccessKey=c2VjcmV0' -MqttPort 1 -HttpsPort 1 -Protocol Mqtt -WhatIf
        $results.Where{ $_.Step -eq 'SignIn' }.State | Should -Be Skipped
    }

    It 'takes hubs, devices and causes from the pipeline' {
        $cause = Get-DeviceDisconnect $log | Resolve-DisconnectCause | Select-Object -First 1
        $results = $cause | Test-DeviceConnectivity -ConnectTo 127.0.0.1 -HttpsPort 1 -Protocol Https -WarningAction Ignore
        $results[0].HubName | Should -Be $cause.HubName
        $results[0].DeviceId | Should -Be $cause.DeviceId
    }

    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'Test-DeviceConnectivity a -Protocol Mqtt'; Expected = 'MqttWebSocket' }
        @{ Line = 'Test-DeviceConnectivity a -Timeout '; Expected = '15s' }
        @{ Line = 'Test-DeviceConnectivity a -Environment AzureU'; Expected = 'AzureUSGovernment' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expected
    }
}
