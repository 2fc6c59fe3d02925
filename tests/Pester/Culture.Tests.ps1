BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    # Everything that outlives the screen: properties, files, queries. A report tells when it was made, to the minute.
    function Get-Lasting([string] $Culture) {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            $folder = (New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory).FullName
            $english = @{ Culture = [cultureinfo] 'en-US' }
            $disconnects = Get-DeviceDisconnect $log
            $causes = $disconnects | Resolve-DisconnectCause @english
            $disconnects | ForEach-Object { "$_" }
            $causes | ForEach-Object { "$_", $_.Reason, "$($_.Evidence)", "$($_.Alternative)", $_.Solution, "$($_.HelpUri)" }
            $disconnects.Profile | ForEach-Object { "$_" } | Select-Object -Unique
            $disconnects.Hub | ForEach-Object { "$_" } | Select-Object -Unique
            Measure-DisconnectCause $log -By Site | ForEach-Object { "$_", "$($_.Name)" }
            Compare-DisconnectCause $log | ForEach-Object { "$_" }
            foreach ($ending in 'html', 'md', 'csv') {
                $report = Export-DisconnectReport $log "$folder/report.$ending" -PassThru @english
                $report.Headline, "$($report.Saving)"
            }
            $causes | New-DisconnectAlertRule "$folder/rule.bicep" -TokenLifetime 90m -WarningAction Ignore | ForEach-Object { $_.Query, "$_" }
            Get-DisconnectQuery -StartTime 2026-11-16T13:05:59Z -EndTime 2026-11-17T00:00Z
            Get-ChildItem $folder | Sort-Object Name | ForEach-Object { (Get-Content $_ -Raw) -replace '\d{4}-\d\d-\d\d \d\d:\d\d UTC' }
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    $invariant = Get-Lasting ''
}

# A decimal comma; the dotted i; a dot between hours and minutes; years of the Buddha; a minus that is none of ASCII's.
Describe 'In <_>' -ForEach 'de-DE', 'tr-TR', 'fi-FI', 'th-TH', 'sv-SE' {
    It 'files and properties are as everywhere' {
        $lasting = Get-Lasting $_
        $lasting | Should -HaveCount $invariant.Count
        0..($lasting.Count - 1) | Where-Object { $lasting[$_] -cne $invariant[$_] } | ForEach-Object { $lasting[$_] } | Should -BeNullOrEmpty
    }

    It 'names of hubs and codes are found whatever their case' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            (Get-DeviceDisconnect $log -HubName fabrikam-izmir).HubName | Sort-Object -Unique | Should -Be 'FABRIKAM-IZMIR'
            Get-DeviceDisconnect $log -ErrorCode deviceconnectionclosedremotely | Should -Not -BeNullOrEmpty
            Get-DeviceDisconnect $log -Last 90MIN | Should -Not -BeNullOrEmpty
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

# The Buddha's years, the Persian calendar, and the Hijri one.
Describe 'A time in <_>' -ForEach 'th-TH', 'fa-IR', 'ar-SA', 'de-DE' {
    It 'that begins with its year is of the Gregorian calendar' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            $local = [datetimeoffset] [datetime]::new(2026, 10, 14, 20, 0, 0)
            $expected = @(Get-DeviceDisconnect $log -StartTime $local).Count
            $expected | Should -BeGreaterThan 0
            foreach ($text in '2026-10-14 20:00', '2026-10-14T20:00:00', '2026-10-14 20:00:00.0000000', $local.ToString('o')) {
                Get-DeviceDisconnect $log -StartTime $text | Should -HaveCount $expected -Because $text
            }
            @(Get-DeviceDisconnect $log -EndTime '2026-10-14 20:00').Count | Should -Be (@(Get-DeviceDisconnect $log).Count - $expected)
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'that cannot be read is answered with one that can' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            { Get-DeviceDisconnect $log -StartTime '2026-13-14 20:00' } | Should -Throw "*is no time. Write 2026-10-14, '2026-10-14 18:00' or 2026-10-14T18:00:00Z.*"
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}

Describe 'In Turkish' {
    It 'causes come with a reason, evidence and a solution in it, and with the figures of every language' {
        $disconnects = Get-DeviceDisconnect $log
        $english = $disconnects | Resolve-DisconnectCause -Culture en-US
        $turkish = $disconnects | Resolve-DisconnectCause -Culture tr-TR
        $turkish | Should -HaveCount $english.Count
        $words = { $_.Reason; $_.Solution; $_.Evidence | ForEach-Object { $_.Value; $_.Expected } }
        @($turkish | ForEach-Object $words) -match '\b(the|after|not|and|of)\b' | Should -BeNullOrEmpty
        $turkish | ForEach-Object { "$($_.Cause) $($_.Confidence) $($_.Evidence.Weight)" } |
            Should -Be ($english | ForEach-Object { "$($_.Cause) $($_.Confidence) $($_.Evidence.Weight)" })
        $durations = { [regex]::Matches($_.Reason, '\d[\d.hms]*s') | ForEach-Object Value | Sort-Object }
        $turkish | ForEach-Object $durations | Should -Be ($english | ForEach-Object $durations)
    }

    It 'a session of that language gets it unasked' {
        $before = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'tr-TR'
            $cause = Get-DeviceDisconnect $log | Resolve-DisconnectCause | Where-Object Cause -EQ SasTokenExpired | Select-Object -First 1
            $cause.Reason | Should -Match 'hub oturumu kapattı: büyük olasılıkla'
            $cause.Evidence.Name | Should -Contain 'Sonraki girişim'
        }
        finally {
            [cultureinfo]::CurrentUICulture = $before
        }
    }
}

Describe 'What is shown' {
    It 'has figures as the user writes them' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $rule = New-DisconnectAlertRule TestDrive:/shown.bicep -ResourceId (Get-DeviceDisconnect $log)[0].ResourceId -Threshold 1234567
            $rule | Out-String -Width 120 | Should -Match '1\.234\.567 devices'
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}
