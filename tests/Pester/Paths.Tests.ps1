BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    . $PSScriptRoot/New-LogRow.ps1
    $here = (New-Item TestDrive:/logs -ItemType Directory).FullName
    foreach ($name in 'a.json', 'b.json', 'folder[1]/c.json') {
        $device = [IO.Path]::GetFileNameWithoutExtension($name)
        $rows = (New-LogRow $device 2026-11-16T01:00Z), (New-LogRow $device 2026-11-16T02:00Z -Lost -Code 404104)
        $null = [IO.Directory]::CreateDirectory("$here/folder[1]")
        [IO.File]::WriteAllLines("$here/$name", $rows)
    }
    Push-Location -LiteralPath $here
}

AfterAll {
    Pop-Location
}

Describe 'Where the logs are' {
    It '<Script>' -ForEach @(
        @{ Script = 'Get-DeviceDisconnect a.json'; Devices = 'a' }
        @{ Script = 'Get-DeviceDisconnect -Path a.json'; Devices = 'a' }
        @{ Script = 'Get-DeviceDisconnect a.json, b.json'; Devices = 'a b' }
        @{ Script = 'Get-DeviceDisconnect *.json'; Devices = 'a b' }
        @{ Script = 'Get-DeviceDisconnect [bc].json'; Devices = 'b' }
        @{ Script = 'Get-DeviceDisconnect .'; Devices = 'a b c' }
        @{ Script = 'Get-DeviceDisconnect $here'; Devices = 'a b c' }
        @{ Script = 'Get-DeviceDisconnect $here/a.json, a.json, *.json'; Devices = 'a b' }
        @{ Script = "Get-DeviceDisconnect 'folder``[1``]'"; Devices = 'c' }
        @{ Script = "Get-DeviceDisconnect -LiteralPath 'folder[1]'"; Devices = 'c' }
        @{ Script = "Get-DeviceDisconnect -LiteralPath 'folder[1]/c.json', a.json"; Devices = 'a c' }
        @{ Script = "Get-DeviceDisconnect -PSPath 'folder[1]'"; Devices = 'c' }
        @{ Script = 'Get-DeviceDisconnect "Microsoft.PowerShell.Core\FileSystem::$here/a.json"'; Devices = 'a' }
        @{ Script = "'a.json', 'b.json' | Get-DeviceDisconnect"; Devices = 'a b' }
        @{ Script = "'*.json' | Get-DeviceDisconnect"; Devices = 'a b' }
        @{ Script = ", ('a.json', 'b.json') | Get-DeviceDisconnect"; Devices = 'a b' }

        @{ Script = '[IO.FileInfo] "$here/a.json" | Get-DeviceDisconnect'; Devices = 'a' }
        @{ Script = '[IO.FileInfo] "$here/folder[1]/c.json" | Get-DeviceDisconnect'; Devices = 'c' }
        @{ Script = '[IO.DirectoryInfo] "$here/folder[1]" | Get-DeviceDisconnect'; Devices = 'c' }
        @{ Script = 'Get-ChildItem -File | Get-DeviceDisconnect'; Devices = 'a b' }
        @{ Script = '([IO.DirectoryInfo] $here).GetFiles() | Get-DeviceDisconnect'; Devices = 'a b' }
        @{ Script = 'Get-DeviceDisconnect ([IO.FileInfo] "$here/folder[1]/c.json")'; Devices = 'c' }
        @{ Script = 'Get-DeviceDisconnect ([IO.DirectoryInfo] $here).GetFiles()'; Devices = 'a b' }

        @{ Script = '[pscustomobject]@{ PSPath = "Microsoft.PowerShell.Core\FileSystem::$here/folder[1]/c.json" } | Get-DeviceDisconnect'; Devices = 'c' }
        @{ Script = '[pscustomobject]@{ FullName = "$here/folder[1]/c.json" } | Get-DeviceDisconnect'; Devices = 'c' }
        @{ Script = '[pscustomobject]@{ Path = "$here/*.json" } | Get-DeviceDisconnect'; Devices = 'a b' }

        @{ Script = 'Measure-DisconnectCause *.json -By Device'; Devices = 'a b' }
        @{ Script = "'a.json' | Measure-DisconnectCause -By Device"; Devices = 'a' }
        @{ Script = '[IO.DirectoryInfo] $here | Measure-DisconnectCause -By Device'; Devices = 'a b c' }
        @{ Script = "Measure-DisconnectCause -LiteralPath 'folder[1]' -By Device"; Devices = 'c' }
    ) {
        "$((Invoke-Expression $Script).DeviceId | Sort-Object)" | Should -Be $Devices
    }

    It 'is not: <Script>' -ForEach @(
        @{ Script = "[pscustomobject]@{ Name = 'a.json' } | Get-DeviceDisconnect" }
        @{ Script = '[guid]::Empty | Measure-DisconnectCause' }
    ) {
        { Invoke-Expression "$Script -ErrorAction Stop" } | Should -Throw -ErrorId 'InputObjectNotBound,*'
    }
}
