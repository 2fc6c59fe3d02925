@{
    RootModule      = 'IoTHubDisconnect.dll'
    ModuleVersion   = '0.0'
    CmdletsToExport = '*'
}
