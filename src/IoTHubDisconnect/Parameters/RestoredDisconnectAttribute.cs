namespace IoTHubDisconnect.Commands;

/// <summary>Takes the disconnects of causes, too.</summary>
internal sealed class RestoredDisconnectAttribute : RestoredAttribute
{
    private protected override object? TakeDisconnect(DeviceDisconnect disconnect) => disconnect;

    private protected override object? TakeCause(DisconnectCause cause) => cause.Disconnect;
}
