<#
.SYNOPSIS
Imports the module of this repository as it was built, tells where its samples are, and how to ask a session of its own.
#>
$root = Split-Path (Split-Path $PSScriptRoot)
if (-not (Test-Path "$root/module/IoTHubDisconnect.dll")) {
    throw "The module is not built. Run 'dotnet build src/IoTHubDisconnect' in $root first."
}

$manifest = Join-Path $root IoTHubDisconnect.psd1
$samples = Join-Path $root module samples
$log = Join-Path $samples insights-logs-connections
Import-Module $manifest -Force -ErrorAction Stop

function Invoke-FreshSession([string] $Script) {
    # As a .NET tool, pwsh runs in a process called dotnet.
    $program = [Environment]::ProcessPath
    $pwsh = (Split-Path $program -LeafBase) -eq 'dotnet' ? @("$PSHOME/pwsh.dll") : @()
    & $program @pwsh -NoProfile -NonInteractive -Command $Script
}
