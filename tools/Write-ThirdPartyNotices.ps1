<#
.SYNOPSIS
Writes the notices of the assemblies that ship in module/dependencies, from the packages they were restored from.
.DESCRIPTION
Run it after a build.
It ends at an assembly that is not what a restored package holds, and at a licence it does not know.
.PARAMETER Path
The file to write.
#>
param([string] $Path = "$PSScriptRoot/../THIRD-PARTY-NOTICES.md")

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot

function Read-Text([string] $File) {
    (Get-Content $File -Raw) -replace '\r\n?', "`n" -replace '[ \t]+(?=\n)' -replace '^\n+|\s+$'
}

# Where the assemblies of the restored packages are, by name.
function Get-PackageFile {
    $files = @{}
    foreach ($project in 'Azure', 'Connectivity') {
        $restored = "$root/src/IoTHubDisconnect.$project/obj/project.assets.json"
        $assets = Get-Content $restored -Raw | ConvertFrom-Json -AsHashtable
        $packages = $assets.project.restore.packagesPath
        foreach ($library in $assets.targets['net8.0'].GetEnumerator()) {
            foreach ($file in @($library.Value['runtime']?.Keys) -like '*.dll') {
                $files[(Split-Path $file -Leaf)] = [pscustomobject]@{
                    Folder = Join-Path $packages $assets.libraries[$library.Key]['path']
                    Name   = $file
                }
            }
        }
    }
    $files
}

function Get-License([Xml.XmlElement] $Metadata, [string] $Folder) {
    $license = $Metadata['license']
    if ($license -and $license.type -eq 'expression') { return @{ Id = $license.InnerText; Text = $null } }

    # Packages from before 2019 have no such element, only an address.
    $text = Read-Text (Join-Path $Folder ($license ? $license.InnerText : 'LICENSE.TXT'))
    $id = switch -Regex ($text) {
        'Permission is hereby granted, free of charge' { 'MIT' }
        'Apache License\s+Version 2\.0' { 'Apache-2.0' }
    }
    @{ Id = $id; Text = $text }
}

function Get-Component([IO.FileInfo] $Assembly, $Origin) {
    $restored = $Origin ? (Join-Path $Origin.Folder $Origin.Name) : $null
    if (-not $restored -or (Get-FileHash $Assembly).Hash -ne (Get-FileHash $restored).Hash) {
        throw "$($Assembly.Name) is not what a restored package holds. Delete module/dependencies and build anew."
    }
    $metadata = ([xml](Get-Content (Join-Path $Origin.Folder '*.nuspec') -Raw)).package.metadata
    $license = Get-License $metadata $Origin.Folder
    $notices = Join-Path $Origin.Folder THIRD-PARTY-NOTICES.TXT
    [pscustomobject]@{
        Assembly  = $Assembly.Name
        Package   = "$($metadata.id) $($metadata.version)"
        Uri       = $metadata.projectUrl
        License   = $license.Id
        Text      = $license.Text
        Authors   = $metadata.authors
        Copyright = $metadata.copyright
        Notices   = (Test-Path $notices) ? (Read-Text $notices) : $null
    }
}

function Get-LicenseText([string] $License, $Component) {
    switch ($License) {
        # Their copyrights are in the table; the words are those of our own licence.
        'MIT' { (Read-Text "$root/LICENSE") -replace '^[\s\S]*?(?=Permission is hereby granted)' }
        'Apache-2.0' { @($Component.Text -ne $null)[0] }
        default { throw "The licence '$License' of $($Component.Package -join ', ') is new: have its text written." }
    }
}

function Format-Quotation([string] $Text) { "~~~text`n$Text`n~~~" }

$origins = Get-PackageFile
$components = Get-ChildItem "$root/module/dependencies/*.dll" -Exclude IoTHubDisconnect.* |
    Sort-Object Name -Culture '' |
    ForEach-Object { Get-Component $_ $origins[$_.Name] }

$parts = @(
    '# Third-party notices'
    'IoTHubDisconnect ships these assemblies of others in `module/dependencies`, unchanged, each under its own licence.'
    @(
        '| assembly | package | licence | authors | copyright |'
        '|---|---|---|---|---|'
        $components.ForEach{
            "| ``$($_.Assembly)`` | [$($_.Package)]($($_.Uri)) | $($_.License) | $($_.Authors) | $($_.Copyright) |"
        }
    ) -join "`n"
    foreach ($license in $components | Group-Object License) {
        "## $($license.Name)"
        Format-Quotation (Get-LicenseText $license.Name $license.Group)
    }
    foreach ($notices in $components | Where-Object Notices | Group-Object Notices) {
        '## Notices in packages'
        "In $($notices.Group.Package -join ', '):"
        Format-Quotation $notices.Name
    }
)
[IO.File]::WriteAllText($Path, ($parts -join "`n`n") + "`n")
