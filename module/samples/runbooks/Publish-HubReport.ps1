<#
.SYNOPSIS
An Azure Automation runbook: reports a day of a hub's disconnects and puts the report into a storage container.

.DESCRIPTION
Import the module's package into the account's PowerShell 7.4 runtime environment (no Az module is needed), switch on the account's
managed identity, and give the identity the roles Monitoring Reader on the hub and Storage Blob Data Contributor on the container.
Then link a schedule.

The job's output is one object that sums the report up. Whatever goes wrong ends the job as Failed, so that an alert on failed
jobs sees it; that no log rows came is something that goes wrong.

The script keeps to what the engine itself has, writes no progress and asks nothing.

.EXAMPLE
Start-AzAutomationRunbook -Name Publish-HubReport -AutomationAccountName fabrikam-ops -ResourceGroupName fabrikam-ops -Parameters @{
    ResourceId         = '/subscriptions/…/resourceGroups/fabrikam-iot/providers/Microsoft.Devices/IotHubs/fabrikam-prod'
    ReportContainerUri = 'https://fabrikamreports.blob.core.windows.net/reports'
}
#>
[CmdletBinding()]
param(
    # The hub's ARM resource id.
    [Parameter(Mandatory)] [string] $ResourceId,

    # The container for the reports, or a folder in it.
    [Parameter(Mandatory)] [uri] $ReportContainerUri,

    # How long a time is reported.
    [string] $Last = '24h',

    # The end of that time; give one to make up for a night that was missed.
    [DateTimeOffset] $EndTime = [DateTimeOffset]::UtcNow,

    # The client id of a user-assigned identity; the system-assigned one where not given.
    [string] $IdentityClientId,

    # The cloud, as Connect-IoTHubDisconnect takes it.
    [object] $Environment = 'AzureCloud',

    # Hosts of your own that tokens may go to, as Connect-IoTHubDisconnect takes them: a custom domain of the storage account, say.
    [string[]] $TrustedHost = @()
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$identity = @{ Identity = $true; Environment = $Environment; TrustedHost = $TrustedHost }
if ($IdentityClientId) { $identity.AccountId = $IdentityClientId }
$null = Connect-IoTHubDisconnect @identity

$file = [IO.Path]::Combine([IO.Path]::GetTempPath(), "disconnects-$([guid]::NewGuid()).html")
try {
    $report = Export-DisconnectReport -ResourceId $ResourceId -Last $Last -EndTime $EndTime -FilePath $file -PassThru
    if (-not $report -or $report.DeviceCount -eq 0) {
        throw "No log rows of $ResourceId came for the $Last up to $($EndTime.UtcDateTime.ToString('u')). Test-DisconnectLogging tells what is missing."
    }

    $hub = $ResourceId.TrimEnd('/').Split('/')[-1]
    $name = "$hub/$($EndTime.UtcDateTime.ToString('yyyy-MM-dd HHmm', [cultureinfo]::InvariantCulture)).html"
    $published = Publish-DisconnectReport -LiteralPath $file -StorageContainerUri $ReportContainerUri -Name $name
    [pscustomobject]@{
        Hub           = $hub
        Headline      = $report.Headline
        Start         = $report.Start
        End           = $report.End
        Disconnects   = $report.Count
        Expected      = $report.ExpectedCount
        Devices       = $report.DeviceCount
        NeedAttention = $report.AttentionCount
        Report        = $published.Uri
    }
}
finally {
    [IO.File]::Delete($file)
    Disconnect-IoTHubDisconnect
}
