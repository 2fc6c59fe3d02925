@{
    ModuleVersion        = '0.1.0'
    GUID                 = '7c3c0a0e-5a5c-4e6c-9d53-6f2f4f1f8b11'
    Author               = 'IoTHubDisconnect contributors'
    CompanyName          = 'IoTHubDisconnect'
    Copyright            = '(c) IoTHubDisconnect contributors. MIT License.'
    Description          = 'Tells why the devices of an Azure IoT Hub disconnect, whether it matters, and what the documentation says to do.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    # A manifest of its own in module/, because Get-Help looks for help and about topics beside manifests, not beside assemblies.
    NestedModules        = @('module/IoTHubDisconnect.Cmdlets.psd1')
    CmdletsToExport      = @(
        'Compare-DisconnectCause'
        'Connect-IoTHubDisconnect'
        'Disconnect-IoTHubDisconnect'
        'Enable-DisconnectLogging'
        'Export-DisconnectReport'
        'Get-ConnectedDeviceCount'
        'Get-DeviceAttention'
        'Get-DeviceDisconnect'
        'Get-DisconnectQuery'
        'Get-DisconnectSolution'
        'Measure-DisconnectCause'
        'New-DisconnectAlertRule'
        'Publish-DisconnectReport'
        'Resolve-DisconnectCause'
        'Test-DeviceConnectivity'
        'Test-DisconnectLogging'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    # The type data names types of theirs, and is processed before nested modules are loaded.
    RequiredAssemblies   = @('module/IoTHubDisconnect.Core.dll', 'module/IoTHubDisconnect.dll')
    TypesToProcess       = @('module/IoTHubDisconnect.types.ps1xml')
    FormatsToProcess     = @(
        'module/IoTHubDisconnect.format.ps1xml'
        'module/DeviceAttention.format.ps1xml'
        'module/DisconnectSummary.format.ps1xml'
        'module/DisconnectReport.format.ps1xml'
        'module/DisconnectSolution.format.ps1xml'
        'module/ConnectedDeviceCount.format.ps1xml'
        'module/DisconnectLoggingCheck.format.ps1xml'
        'module/DisconnectLoggingSetting.format.ps1xml'
        'module/ConnectivityTestResult.format.ps1xml'
        'module/DisconnectComparison.format.ps1xml'
        'module/DisconnectAlertRule.format.ps1xml'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Azure', 'IoT', 'IoTHub', 'Diagnostics', 'MQTT', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/iothubdisconnect/IoTHubDisconnect'
            IconUri      = 'https://raw.githubusercontent.com/iothubdisconnect/IoTHubDisconnect/main/docs/icon.png'
            # In the package, what CHANGELOG.md has of this version.
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
