<#
.SYNOPSIS
Builds, tests or packs the module.
.DESCRIPTION
Uses the language, .NET and dotnet alone, so it runs in pwsh and, where there is no pwsh, in the host of this repository:

    dotnet run --project src/IoTHubDisconnect.Shell -- -File build.ps1 -Task Package

Package writes package/IoTHubDisconnect.zip for Azure Automation, which wants the zip, the one folder in it and the manifest
in that folder to have the module's name. The same folder lies beside it for the PowerShell Gallery:

    Publish-PSResource -Path package/IoTHubDisconnect
.PARAMETER Task
Build, Test, Package, or several of them in the order in which they are to run.
#>
param(
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$name = 'IoTHubDisconnect'
$package = [IO.Path]::Combine($PSScriptRoot, 'package')

function Invoke-Dotnet {
    & dotnet $args
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Build {
    Invoke-Dotnet build "$PSScriptRoot/$name.sln" --configuration $Configuration
}

function Test {
    Invoke-Dotnet test "$PSScriptRoot/$name.sln" --configuration $Configuration
}

# The assemblies are built right into the package: what earlier builds left in module/ does not ship, and what a running
# session has loaded from there is not touched.
function Package {
    $folder = Join-Path $package $name
    if (Test-Path $package) { Remove-Item $package -Recurse }
    Copy-Item "$PSScriptRoot/module" "$folder/module" -Recurse
    Get-ChildItem $folder -Recurse -Include *.dll, *.pdb | Remove-Item
    Invoke-Dotnet build "$PSScriptRoot/src/$name" --configuration Release "-p:ModuleFolder=$folder/module/"
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

foreach ($step in $Task -split ',') {
    switch ($step) {
        'Build' { Build }
        'Test' { Test }
        'Package' { Package }
        default { throw "There is no task '$step': Build, Test and Package there are." }
    }
}
