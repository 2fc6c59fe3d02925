using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Members that go along, unseen, where disconnects and causes are written to a file or to another session: what is no
/// property of theirs, and moments as types that keep fractions of a second at any depth. IoTHubDisconnect.types.ps1xml
/// names them.
/// </summary>
public static class SerializedMembers
{
    /// <summary><see cref="DeviceDisconnect.Time"/>, UTC.</summary>
    public static object UtcTime(PSObject instance) => Of(instance).Time.UtcDateTime;

    /// <summary><see cref="DisconnectCause.AwaySince"/>, UTC; null for null.</summary>
    public static object? UtcAwaySince(PSObject instance) =>
        (instance?.BaseObject as DisconnectCause)?.AwaySince?.UtcDateTime;

    /// <summary>The lifetime of the device's tokens as the whole log told it; null where it did not.</summary>
    public static object? TokenLifetime(PSObject instance) => Of(instance).Profile.TokenLifetime;

    /// <summary>The oldest row of the log, UTC.</summary>
    public static object LogStart(PSObject instance) => Of(instance).Hub.FirstRow.UtcDateTime;

    /// <summary>The newest row of the log, UTC.</summary>
    public static object LogEnd(PSObject instance) => Of(instance).Hub.LastRow.UtcDateTime;

    private static DeviceDisconnect Of(PSObject instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.BaseObject is DisconnectCause cause ? cause.Disconnect : (DeviceDisconnect)instance.BaseObject;
    }
}
