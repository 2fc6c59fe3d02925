# What people write without a module: session lengths and codes of each device.
param([Parameter(Mandatory)] [string] $Path)

$watch = [Diagnostics.Stopwatch]::StartNew()
$rows = Get-Content -LiteralPath $Path | ConvertFrom-Json | ForEach-Object {
    $properties = $_.properties | ConvertFrom-Json
    [pscustomobject]@{
        Time      = $_.time
        Operation = $_.operationName
        Code      = $_.resultType
        Device    = $properties.deviceId
        Address   = $properties.maskedIpAddress
        Sdk       = $properties.sdkVersion
    }
}
$devices = $rows | Group-Object -Property Device | ForEach-Object {
    $connected = $null
    $ends = foreach ($row in $_.Group | Sort-Object -Property Time) {
        if ($row.Operation -eq 'deviceConnect') { $connected = $row.Time; continue }
        [pscustomobject]@{ Code = $row.Code; Length = if ($connected) { $row.Time - $connected } }
        $connected = $null
    }
    [pscustomobject]@{ Device = $_.Name; Disconnects = @($ends).Count; Codes = $ends | Group-Object -Property Code -NoElement; Ends = $ends }
}
$seconds = $watch.Elapsed.TotalSeconds.ToString([cultureinfo]::InvariantCulture)

"rows=$($rows.Count)"
"devices=$(@($devices).Count)"
"seconds=$seconds"
