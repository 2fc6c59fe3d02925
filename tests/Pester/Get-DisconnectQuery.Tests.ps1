BeforeAll { . $PSScriptRoot/Import-BuiltModule.ps1 }

Describe 'Get-DisconnectQuery' {
    It 'is one text for the portal' {
        $query = Get-DisconnectQuery -Last 24h -DeviceId "press 'A'"
        $query | Should -BeOfType string
        $query | Should -Match '^// '
        $query | Should -Match 'DeviceId in \("press \\u0027A\\u0027"\)'
    }

    It 'is packed with -Summary, whatever is summed up' {
        $day = @{ StartTime = '2026-01-01Z'; EndTime = '2026-01-02Z' }
        $packed = Get-DisconnectQuery @day -Summary -By Hour -WarningAction Ignore
        $packed | Should -Match 'make_list'
        $packed | Should -Be (Get-DisconnectQuery @day -Summary)
        Get-DisconnectQuery @day | Should -Not -Match 'summarize'
    }

    It 'says that <Ignored> makes no other query' -ForEach @(
        @{ Ignored = '-ErrorCode'; Given = @{ ErrorCode = 404104 } }
        @{ Ignored = '-By'; Given = @{ By = 'Hour' } }
        @{ Ignored = '-ErrorCode and -By'; Given = @{ By = 'Hour'; ErrorCode = 'DeviceConnectionClosedRemotely' } }
    ) {
        $day = @{ StartTime = '2026-01-01Z'; EndTime = '2026-01-02Z' }
        Get-DisconnectQuery @day @Given -WarningVariable warnings -WarningAction SilentlyContinue |
            Should -Be (Get-DisconnectQuery @day -WarningVariable others)
        "$warnings" | Should -BeLike "*the same without ${Ignored}:*"
        $others | Should -BeNullOrEmpty
    }

    It 'refuses two begins' {
        { Get-DisconnectQuery -Last 1h -StartTime 2026-01-01Z } | Should -Throw
    }
}
