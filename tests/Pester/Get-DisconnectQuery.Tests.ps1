BeforeAll { . $PSScriptRoot/Import-BuiltModule.ps1 }

Describe 'Get-DisconnectQuery' {
    It 'is one text for the portal' {
        $query = Get-DisconnectQuery -Last 24h -DeviceId "press 'A'"
        $query | Should -BeOfType string
        $query | Should -Match '^// '
        $query | Should -Match 'DeviceId in \("press \\u0027A\\u0027"\)'
    }

    It 'is the same for sums' {
        $last = @{ StartTime = '2026-01-01Z'; EndTime = '2026-01-02Z' }
        Get-DisconnectQuery @last -Summary -By Hour | Should -Be (Get-DisconnectQuery @last)
    }

    It 'refuses two begins' {
        { Get-DisconnectQuery -Last 1h -StartTime 2026-01-01Z } | Should -Throw
    }
}
