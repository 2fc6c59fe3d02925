using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Ends the runspace's sign-in when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => AzureSession.Current = null;
}
