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

function Copy-Folder([string] $From, [string] $To, [string[]] $ExceptExtension) {
    foreach ($file in [IO.Directory]::EnumerateFiles($From, '*', 'AllDirectories')) {
        if ($ExceptExtension -contains [IO.Path]::GetExtension($file)) { continue }

        $target = [IO.Path]::Combine($To, [IO.Path]::GetRelativePath($From, $file))
        $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
        [IO.File]::Copy($file, $target)
    }
}

function Build {
    Invoke-Dotnet build "$PSScriptRoot/$name.sln" --configuration $Configuration
}

function Test {
    Invoke-Dotnet test "$PSScriptRoot/$name.sln" --configuration $Configuration
}

# The assemblies are built right into the package: what earlier builds left in module/ does not ship, and what a running
# host has loaded from there is not touched.
function Package {
    $folder = [IO.Path]::Combine($package, $name)
    if ([IO.Directory]::Exists($package)) { [IO.Directory]::Delete($package, $true) }
    Copy-Folder "$PSScriptRoot/module" "$folder/module" -ExceptExtension .dll, .pdb
    Invoke-Dotnet build "$PSScriptRoot/src/$name" --configuration Release "-p:ModuleFolder=$folder/module/"
    foreach ($symbols in [IO.Directory]::GetFiles($folder, '*.pdb', 'AllDirectories')) { [IO.File]::Delete($symbols) }
    foreach ($file in "$name.psd1", 'LICENSE') { [IO.File]::Copy("$PSScriptRoot/$file", "$folder/$file") }
    Compress-Folder $folder
    "$folder.zip"
}

# Azure Automation imports no file with a path of more than 140 characters. The samples have such paths, as the logs of a hub
# do: the folder has them, the zip does not. https://learn.microsoft.com/azure/automation/shared-resources/modules
function Compress-Folder([string] $Folder) {
    $zip = [IO.Compression.ZipFile]::Open("$Folder.zip", 'Create')
    try {
        foreach ($file in [IO.Directory]::GetFiles($Folder, '*', 'AllDirectories')) {
            $entry = [IO.Path]::GetRelativePath($package, $file).Replace('\', '/')
            if ($entry.Length -le 140) { $null = [IO.Compression.ZipFileExtensions]::CreateEntryFromFile($zip, $file, $entry) }
        }
    }
    finally {
        $zip.Dispose()
    }
}

foreach ($step in $Task -split ',') {
    switch ($step) {
        'Build' { Build }
        'Test' { Test }
        'Package' { Package }
        default { throw "There is no task '$step': Build, Test and Package there are." }
    }
}
