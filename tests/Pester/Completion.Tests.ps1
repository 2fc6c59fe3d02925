BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    function Get-Completion([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches
    }
}

Describe 'Completion' {
    It 'offers <Expected> after <Line>' -ForEach @(
        @{ Line = 'Get-DisconnectSolution 4041'; Expected = '404104' }
        @{ Line = 'Get-DisconnectSolution -ErrorCode ClosedRemotely'; Expected = '404104' }
        @{ Line = 'Get-DisconnectSolution -Cause SasToken'; Expected = 'SasTokenExpired' }
        @{ Line = 'Get-DisconnectSolution 404104 -Culture tr'; Expected = 'tr-TR' }
        @{ Line = 'Get-DeviceDisconnect . -ErrorCode 4010'; Expected = '401003' }
        @{ Line = 'Get-DeviceDisconnect . -Last '; Expected = '24h' }
        @{ Line = 'Resolve-DisconnectCause -TokenLifetime '; Expected = '60m' }
        @{ Line = 'Resolve-DisconnectCause -Culture de'; Expected = 'de-DE' }
        @{ Line = 'Measure-DisconnectCause . -By S'; Expected = 'Site' }
        @{ Line = 'Measure-DisconnectCause . -TokenLifetime 2'; Expected = '2h' }
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
