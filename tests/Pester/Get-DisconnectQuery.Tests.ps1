BeforeAll { . $PSScriptRoot/Import-BuiltModule.ps1 }

Describe 'Get-DisconnectQuery' {
    It 'is one text for the portal' {
        $query = Get-DisconnectQuery -Last 24h -DeviceId "press 'A'"
        $query | Should -BeOfType string
        $query | Should -Match '^// '
        $query | Should -Match 'DeviceId in \("press \\u0027A\\u0027"\)'
    }

    It 'sums up with -Summary' {
        Get-DisconnectQuery -Summary -By Hour | Should -Match 'let By = "Hour";'
    }

    It 'refuses two begins' {
        { Get-DisconnectQuery -Last 1h -StartTime 2026-01-01Z } | Should -Throw
    }
}
