<#
.SYNOPSIS
Writes rows of a log as a hub's diagnostic setting exports them: a connect, or with -Code and -Lost what went wrong.
#>
function New-LogRow([string] $Device, [datetimeoffset] $Time, [switch] $Lost, [int] $Code) {
    $group = '/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/IOT'
    $row = [ordered]@{
        time          = $Time.UtcDateTime.ToString('o')
        resourceId    = "$group/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/CONTOSO-EU"
        operationName = $Lost ? 'deviceDisconnect' : 'deviceConnect'
        category      = 'Connections'
        level         = $Code ? 'Error' : 'Information'
        properties    = ConvertTo-Json -Compress @{ deviceId = $Device; protocol = 'Mqtt'; maskedIpAddress = '203.0.113.XXX' }
        location      = 'westeurope'
    }
    if ($Code) {
        $row.resultType = "$Code"
        $row.resultDescription = (Get-DisconnectSolution $Code).Name
    }
    ConvertTo-Json -Compress $row
}
