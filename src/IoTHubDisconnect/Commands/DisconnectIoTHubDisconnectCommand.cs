using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Forgets this runspace's sign-in.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "IoTHubDisconnect")]
public sealed class DisconnectIoTHubDisconnectCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => AzureSession.Current = null;
}
