<#
.SYNOPSIS
Builds the module, shows it at work, tests it or packs it.
.DESCRIPTION
Package writes package/IoTHubDisconnect.zip for Azure Automation, which wants the zip, the one folder in it and the manifest
in that folder to have the module's name. The same folder lies beside it for the PowerShell Gallery:

    Publish-PSResource -Path package/IoTHubDisconnect
.PARAMETER Task
Build makes the module. Show imports it and tells why the devices in the sample logs disconnect. Test passes all tests. Package
packs the module.
#>
param(
    [ValidateSet('Build', 'Show', 'Test', 'Package')]
    [string[]] $Task = ('Build', 'Show'),

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$name = 'IoTHubDisconnect'
$package = "$PSScriptRoot/package"

function Build {
    Write-Host 'Building the module. The first time takes a minute.'
    BuildModule "-p:Configuration=$Configuration"
}

# Says nothing where all is well, unlike dotnet build.
function BuildModule {
    dotnet msbuild "$PSScriptRoot/src/$name" -restore -maxCpuCount -nologo -verbosity:quiet @args
}

function Show {
    Import-Module "$PSScriptRoot/$name.psd1"
    Measure-DisconnectCause "$PSScriptRoot/module/samples"
}

function Test {
    dotnet test "$PSScriptRoot/$name.sln" --configuration $Configuration
}

# The assemblies are built right into the package: what earlier builds left in module/ does not ship, and what a running
# session has loaded from there is not touched.
function Package {
    $folder = "$package/$name"
    Remove-Item $package -Recurse -Force -ErrorAction Ignore
    Copy-Item "$PSScriptRoot/module" "$folder/module" -Recurse
    Get-ChildItem $folder -Recurse -Include *.dll, *.pdb | Remove-Item
    BuildModule '-p:Configuration=Release' "-p:ModuleFolder=$folder/module/"
    Get-ChildItem $folder -Recurse -Include *.pdb | Remove-Item
    Copy-Item "$PSScriptRoot/*" $folder -Include README.md, CHANGELOG.md, LICENSE, THIRD-PARTY-NOTICES.md
    Get-PublishedManifest | Set-Content "$folder/$name.psd1" -NoNewline
    Compress-Archive $folder "$folder.zip"
    Get-Item "$folder.zip"
}

# Galleries show a version's release notes: they are its section of the changelog.
function Get-PublishedManifest {
    $manifest = Get-Content "$PSScriptRoot/$name.psd1" -Raw
    $version = (Import-PowerShellDataFile "$PSScriptRoot/$name.psd1").ModuleVersion
    $section = '(?ms)^## {0}\s+(.+?)\s*(?=^## |\z)' -f [regex]::Escape($version)
    if ((Get-Content "$PSScriptRoot/CHANGELOG.md" -Raw) -notmatch $section) {
        throw "CHANGELOG.md has no section '## $version'. Write what is new in it."
    }
    $manifest.Replace("'See CHANGELOG.md.'", "'$($Matches[1].Replace("'", "''"))'")
}

foreach ($step in $Task) { & $step }
