<#
.SYNOPSIS
Runs examples one after the other in a session that has what they take for granted, and writes down what came of each.
#>
param([Parameter(Mandatory)] [string] $SettingsFile)

$ProgressPreference = 'SilentlyContinue'
$settings = Get-Content -LiteralPath $SettingsFile -Raw | ConvertFrom-Json -AsHashtable
Set-Location -LiteralPath $settings.Folder
foreach ($name in $settings.Variables.Keys) { Set-Variable $name $settings.Variables.$name }

# Wherever an example goes, it comes to what stands in for Azure and for a hub.
$PSDefaultParameterValues = @{
    'Connect-IoTHubDisconnect:Environment' = $settings.Cloud
    'Test-DeviceConnectivity:ConnectTo'    = '127.0.0.1'
}
foreach ($port in $settings.Ports.Keys) {
    $PSDefaultParameterValues["Test-DeviceConnectivity:$port"] = $settings.Ports.$port
}

# What the Az modules give, and a clipboard where there is none.
function Get-AzIotHub([string] $ResourceGroupName, [string] $Name) {
    $settings.Hubs.Where{ -not $Name -or $_.Name -eq $Name } | ForEach-Object { [pscustomobject] $_ }
}
function Search-AzGraph([string] $Query) {
    $settings.Hubs | ForEach-Object {
        [pscustomobject]@{ id = $_.Id; name = $_.Name; type = 'microsoft.devices/iothubs'; ResourceId = $_.Id }
    }
}
function Get-AzOperationalInsightsWorkspace([string] $ResourceGroupName, [string] $Name) {
    [pscustomobject]@{ Name = $Name; ResourceId = $settings.Variables.workspace; CustomerId = [guid] $settings.Variables.id }
}
function Set-Clipboard { $input | Set-Content ./clipboard.txt }

function Invoke-Example([string] $Code) {
    $begun = [DateTime]::UtcNow
    $said = try { & ([scriptblock]::Create($Code)) *>&1 } catch { $_ }
    @{
        Errors   = @($said | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { "$_" })
        Warnings = @($said | Where-Object { $_ -is [Management.Automation.WarningRecord] } | ForEach-Object { "$_" })
        Outputs  = @($said).Where{ $null -ne $_ -and $_ -isnot [Management.Automation.ErrorRecord] -and
            $_ -isnot [Management.Automation.InformationalRecord] }.Count
        Files    = @(Get-ChildItem -File | Where-Object LastWriteTimeUtc -GE $begun).Count
    }
}

$page = ''
$outcomes = foreach ($example in $settings.Examples) {
    if ($example.Page -ne $page) {
        $page = $example.Page
        $null = . ([scriptblock]::Create($settings.Before))
    }
    Invoke-Example $example.Code
}
ConvertTo-Json @($outcomes) | Set-Content -LiteralPath $settings.Results
