<#
.SYNOPSIS
A step of a release: fails it when real disconnects rise after it.

.DESCRIPTION
Compares the time since the release with as long a time before it. The step fails where disconnects that do not belong to
normal operation are more by more than chance, whatever their cause. What a release brings by itself, the restart of each device, falls into the time
to settle, which is left out. release-check.yml beside this script shows the step in a workflow of GitHub Actions.

A single incident, such as one fault of the hub, fails nothing: it might as well have come before.

.EXAMPLE
./Test-Release.ps1 -ResourceId $hub -ReleasedAt 2026-11-16T12:00Z
#>
[CmdletBinding()]
param(
    # The hub's ARM resource id.
    [Parameter(Mandatory)] [string] $ResourceId,

    # When the release went out.
    [Parameter(Mandatory)] [DateTimeOffset] $ReleasedAt,

    # Until when it is watched.
    [DateTimeOffset] $EndTime = [DateTimeOffset]::UtcNow,

    # How many minutes the devices have to restart.
    [ValidateRange(0, 1440)] [int] $SettleMinute = 30,

    # How often a release may fail that changed nothing.
    [double] $Significance = 0.01,

    # The file that the run's page shows.
    [string] $SummaryFile = [Environment]::GetEnvironmentVariable('GITHUB_STEP_SUMMARY')
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$comparison = @(Compare-DisconnectCause -ResourceId $ResourceId -StartTime $ReleasedAt.AddMinutes($SettleMinute) -EndTime $EndTime -ReferenceEndTime $ReleasedAt -Significance $Significance)
if (-not $comparison) { throw "Neither side of the release has a disconnect in the log. Test-DisconnectLogging tells whether the hub's logs are written." }
$risen = $comparison.Where({ $_.IsMoreTrouble })

if ($SummaryFile) {
    $lines = @(
        "### $(if ($risen) { 'Real disconnects rose after the release' } else { 'No rise of real disconnects' })"
        ''
        '| Cause | Before | After | Devices | More than chance | Normal operation |'
        '|---|--:|--:|--:|---|---|'
        $comparison.ForEach({
            "| $($_.Cause) | $($_.ReferenceCount) | $($_.DifferenceCount) | $($_.ReferenceDeviceCount) → $($_.DifferenceDeviceCount) | $(if ($_.IsSignificant) { 'yes' } else { 'no' }) | $(if ($_.IsExpected) { 'yes' } elseif ($null -eq $_.IsExpected) { 'in part' } else { 'no' }) |"
        })
        ''
    )
    [IO.File]::AppendAllLines($SummaryFile, [string[]] $lines)
}

$risen.ForEach({ "::error title=$($_.Cause) rose::$($_.ReferenceCount - $_.ReferenceExpectedCount) outside normal operation before the release, $($_.DifferenceCount - $_.DifferenceExpectedCount) after it" })
if ($risen) { throw "Real disconnects rose after the release: $(($risen.ForEach({ $_.Cause })) -join ', ')." }
"No rise of real disconnects: $($comparison.Count) causes compared over $($comparison[0].DifferencePeriod) each."
