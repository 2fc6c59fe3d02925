BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $all = Get-DeviceDisconnect $log
    $causes = $all | Resolve-DisconnectCause
}

Describe 'What a cause looks like' {
    It 'comes for each disconnect, in its order, with the disconnect in it' {
        $causes.Count | Should -Be $all.Count
        0..($all.Count - 1) | Where-Object { -not [object]::ReferenceEquals($causes[$_].Disconnect, $all[$_]) } | Should -BeNullOrEmpty
    }

    It 'has every property of the contract' {
        $expected = 'HubName', 'ResourceId', 'DeviceId', 'ModuleId', 'Kind', 'Time', 'ConnectedAt', 'Duration', 'ReconnectedAt', 'Downtime', 'ErrorCode', 'ErrorName',
            'RelatedErrorCode', 'Attempts', 'Protocol', 'AuthenticationType', 'SdkName', 'SdkVersion', 'MaskedIpAddress', 'Cause', 'Scope', 'Symptom', 'Confidence',
            'IsExpected', 'AwaySince', 'Reason', 'Evidence', 'Alternative', 'Solution', 'HelpUri', 'Disconnect', 'WhoActs'
        $expected | Should -BeIn $causes[0].PSObject.Properties.Name
    }

    It 'has what is known of the disconnect, as the disconnect has it' {
        $shared = $all[0].PSObject.Properties.Name | Where-Object { $_ -in $causes[0].PSObject.Properties.Name }
        $shared.Count | Should -Be 19
        foreach ($name in $shared) { $causes | ForEach-Object { "$($_.$name)" } | Should -Be ($all | ForEach-Object { "$($_.$name)" }) }
    }

    It 'tells since when a device is away that did not come back' {
        $away = $causes | Where-Object AwaySince
        $away | Should -Not -BeNullOrEmpty
        $away | Where-Object ReconnectedAt | Should -BeNullOrEmpty
        $away | Where-Object { $_.AwaySince -gt $_.Time } | Should -BeNullOrEmpty
    }

    It 'says why, with facts, and what to do' {
        $causes | Where-Object { -not ($_.Reason -and $_.Evidence.Count -and $_.Solution -and $_.HelpUri.Scheme -eq 'https') } | Should -BeNullOrEmpty
        $causes | Where-Object Cause -EQ DeviceDisabled | ForEach-Object WhoActs | Select-Object -Unique |
            Should -Be (Get-DisconnectSolution -Cause DeviceDisabled).WhoActs
        $causes.Evidence | Where-Object { -not ($_.Name -and $_.Value) } | Should -BeNullOrEmpty
    }

    It 'has the weightiest fact first' {
        foreach ($cause in $causes | Select-Object -First 50) {
            $weights = $cause.Evidence.Weight | ForEach-Object { [Math]::Abs($_) }
            $weights | Should -Be ($weights | Sort-Object -Descending)
        }
    }

    It 'is surer of itself than of any alternative' {
        $causes | Where-Object { $_.Alternative.Confidence -gt $_.Confidence } | Should -BeNullOrEmpty
    }
}

Describe 'What may be told to it' {
    It 'takes disconnects by position' {
        (Resolve-DisconnectCause $all[0]).Cause | Should -Be $causes[0].Cause
        Resolve-DisconnectCause $all[0..4] | Should -HaveCount 5
    }

    It 'lets Where-Object stand before it' {
        $some = $all | Where-Object DeviceId -CEQ $all[-1].DeviceId | Resolve-DisconnectCause
        $expected = $causes | Where-Object DeviceId -CEQ $all[-1].DeviceId
        "$($some.Cause) $($some.Confidence)" | Should -Be "$($expected.Cause) $($expected.Confidence)"
    }

    It 'weighs otherwise when it is told the <_.Keys>' -ForEach @{ TokenLifetime = '9h' }, @{ KeepAlive = '6h' } {
        $told = $all | Resolve-DisconnectCause @_
        "$($told.Confidence)" | Should -Not -Be "$($causes.Confidence)"
        "$(($all | Resolve-DisconnectCause).Confidence)" | Should -Be "$($causes.Confidence)"
    }

    It 'takes a known token lifetime before what the sessions tell' {
        $expired = $causes | Where-Object Reason -Like '*of 1 h had expired*'
        $expired | Should -Not -BeNullOrEmpty
        $expired.Disconnect | Resolve-DisconnectCause -TokenLifetime 4h | Where-Object Reason -Like '*of 1 h had expired*' | Should -BeNullOrEmpty
    }

    It 'takes a known keep-alive into the evidence' {
        ($all | Resolve-DisconnectCause -KeepAlive 3h).Evidence.Expected -like '*4 h 30 min, 1.5 × keep-alive*' | Should -Not -BeNullOrEmpty
    }

    It 'resolves a cause anew from the disconnect that it brings' {
        $all | Resolve-DisconnectCause -TokenLifetime 4h | Resolve-DisconnectCause | ForEach-Object { "$_" } |
            Should -Be ($causes | ForEach-Object { "$_" })
    }

    It 'refuses <Script>' -ForEach @(
        @{ Script = '$null | Resolve-DisconnectCause'; Id = 'ParameterArgumentValidationError' }
        @{ Script = '7 | Resolve-DisconnectCause'; Id = 'InputObjectNotBound' }
        @{ Script = "'log.json' | Resolve-DisconnectCause"; Id = 'InputObjectNotBound' }
        @{ Script = '$all | Resolve-DisconnectCause -TokenLifetime 60'; Id = 'ParameterArgumentTransformationError' }
        @{ Script = '$all | Resolve-DisconnectCause -KeepAlive 0s'; Id = 'ParameterArgumentTransformationError' }
    ) {
        { Invoke-Expression "$Script -ErrorAction Stop" } | Should -Throw -ErrorId "$Id,*"
    }

    It 'gives its advice in Turkish, with links to Turkish pages' {
        $turkish = $all[0] | Resolve-DisconnectCause -Culture tr-TR
        $english = $all[0] | Resolve-DisconnectCause -Culture en-US
        $turkish.Solution | Should -Not -Be $english.Solution
        "$($turkish.HelpUri)" | Should -BeLike 'https://learn.microsoft.com/tr-tr/*'
        "$($english.HelpUri)" | Should -BeLike 'https://learn.microsoft.com/en-us/*'
    }

    It 'links to pages in a language that it has no texts in' {
        $german = $all[0] | Resolve-DisconnectCause -Culture de-DE
        $german.Solution | Should -Be ($all[0] | Resolve-DisconnectCause -Culture en-US).Solution
        "$($german.HelpUri)" | Should -BeLike 'https://learn.microsoft.com/de-de/*'
    }
}

Describe 'How it streams' {
    It 'gives the first answer while disconnects still come' {
        $events = [System.Collections.Generic.List[string]]::new()
        $all[0..1] | ForEach-Object { $events.Add('in'); $_ } | Resolve-DisconnectCause | ForEach-Object { $events.Add('out') }
        $events | Should -Be 'in', 'out', 'in', 'out'
    }
}
