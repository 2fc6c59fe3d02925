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

    /// <summary>The first attempt to come back, refused or not, UTC; null where none was seen.</summary>
    public static object? UtcFirstAttempt(PSObject instance) => Utc(Of(instance).Record.AttemptAt);

    /// <summary>The last row of the disconnect, as of a run of refusals, UTC.</summary>
    public static object? UtcLastRow(PSObject instance) => Utc(Of(instance).Record.LastRowAt);

    /// <summary>
    /// The connect before <see cref="DeviceDisconnect.ConnectedAt"/> whose session has no end in the log, UTC; null
    /// where there is none.
    /// </summary>
    public static object? UtcEarlierConnectedAt(PSObject instance) => Utc(Of(instance).Record.EarlierConnectedAt);

    /// <summary>The lifetime of the device's tokens as the whole log told it; null where it did not.</summary>
    public static object? TokenLifetime(PSObject instance) => Of(instance).Profile.TokenLifetime;

    /// <summary>The oldest row of the log, UTC.</summary>
    public static object LogStart(PSObject instance) => Of(instance).Hub.FirstRow.UtcDateTime;

    /// <summary>The newest row of the log, UTC.</summary>
    public static object LogEnd(PSObject instance) => Of(instance).Hub.LastRow.UtcDateTime;

    /// <summary>Whether the log has no connects to tell by who came back.</summary>
    public static object LacksConnects(PSObject instance) => Of(instance).Hub.LacksConnects;

    private static object? Utc(long ticks) => ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc);

    private static DeviceDisconnect Of(PSObject instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.BaseObject is DisconnectCause cause ? cause.Disconnect : (DeviceDisconnect)instance.BaseObject;
    }
}
