<#
.SYNOPSIS
A script for a server's scheduler: writes a report of the last night's disconnects into a folder, and clears old reports away.

.DESCRIPTION
Reads exported logs (-Path), or a hub's logs in Azure (-ResourceId) with the first identity that the machine offers: a managed
identity, or a service principal in AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.

Install the module for the account that the scheduler runs it as (Install-PSResource IoTHubDisconnect -Scope AllUsers), or leave the script
where the package has it, which takes the module beside it.

cron (a line of crontab; what fails is mailed to MAILTO, what succeeds says one line):

    15 6 * * *  pwsh -NoProfile -NonInteractive -File /opt/iothub/Write-NightlyReport.ps1 -Path /var/log/iothub -ReportFolder /srv/reports >> /var/log/nightly-report.log

Task Scheduler (the task's last run result is 1 where the script failed):

    schtasks /Create /TN "IoT Hub report" /SC DAILY /ST 06:15 /RU "NT AUTHORITY\NETWORK SERVICE" /TR "pwsh -NoProfile -NonInteractive -File C:\Scripts\Write-NightlyReport.ps1 -Path D:\Logs\iothub -ReportFolder D:\Reports"

.EXAMPLE
./Write-NightlyReport.ps1 -Path ./logs -ReportFolder ./reports -KeepDay 90
#>
[CmdletBinding(DefaultParameterSetName = 'Path')]
param(
    # Files and folders of exported logs. pwsh -File hands several over as one text: -Path /var/log/hub-a,/var/log/hub-b.
    [Parameter(Mandatory, ParameterSetName = 'Path')] [string[]] $Path,

    # The ARM resource ids of hubs.
    [Parameter(Mandatory, ParameterSetName = 'ResourceId')] [string[]] $ResourceId,

    # Where the reports go.
    [Parameter(Mandatory)] [string] $ReportFolder,

    # How long a time is reported.
    [string] $Last = '24h',

    # The end of that time.
    [DateTimeOffset] $EndTime = [DateTimeOffset]::UtcNow,

    # How many days reports are kept.
    [ValidateRange(1, 3650)] [int] $KeepDay = 30
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if (-not (Get-Command Export-DisconnectReport -ErrorAction Ignore)) {
    $manifest = [IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'IoTHubDisconnect.psd1')
    if (-not [IO.File]::Exists($manifest)) { throw 'The module IoTHubDisconnect is not there. Install it: Install-PSResource IoTHubDisconnect -Scope AllUsers' }
    Import-Module $manifest
}
$Path = $Path.ForEach({ if (Test-Path -LiteralPath $_) { $_ } else { $_.Split(',') } })

$folder = [IO.Directory]::CreateDirectory($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($ReportFolder))
$file = [IO.Path]::Combine($folder.FullName, "disconnects-$($EndTime.UtcDateTime.ToString('yyyy-MM-dd-HHmm', [cultureinfo]::InvariantCulture)).html")
$source = if ($ResourceId) { @{ ResourceId = $ResourceId } } else { @{ Path = $Path } }

$report = Export-DisconnectReport @source -Last $Last -EndTime $EndTime -FilePath $file -PassThru
if (-not $report -or $report.Count -eq 0) {
    [IO.File]::Delete($file)
    throw "There is nothing to report of the $Last up to $($EndTime.UtcDateTime.ToString('u')). A hub without a single disconnect is rare: were its logs written?"
}

$oldest = [DateTime]::UtcNow.AddDays(-$KeepDay)
$folder.EnumerateFiles('disconnects-*.html').Where({ $_.LastWriteTimeUtc -lt $oldest }).ForEach({ $_.Delete() })

"$($report.Headline) $file"
