using System.Globalization;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Recall;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect;

/// <summary>One loss of connection: a session that ended, or a run of refused attempts.</summary>
public sealed class DeviceDisconnect
{
    internal DeviceDisconnect(DeviceProfile profile, int index, HubActivity hub)
    {
        Profile = profile;
        Hub = hub;
        Index = index;
    }

    /// <summary>The hub's name as the log has it.</summary>
    public string HubName => Hub.HubName;

    /// <summary>The hub's ARM resource id; empty where the log has none.</summary>
    public string ResourceId => Hub.ResourceId;

    /// <summary>The device.</summary>
    public string DeviceId => Profile.DeviceId;

    /// <summary>The module; null for the device itself.</summary>
    public string? ModuleId => Profile.ModuleId;

    /// <summary>A session that ended, or a run of refused attempts.</summary>
    public DisconnectKind Kind => Record.Kind;

    /// <summary>The first row that ended the session, or the first refusal; UTC.</summary>
    public DateTimeOffset Time => At(Record.Time)!.Value;

    /// <summary>When the session began, UTC; null where the log does not show it, and for refusals.</summary>
    public DateTimeOffset? ConnectedAt => At(Record.ConnectedAt);

    /// <summary>How long the session lasted; null where its begin was not seen.</summary>
    public TimeSpan? Duration => Record.ConnectedAt == 0 ? null : new TimeSpan(Record.Time - Record.ConnectedAt);

    /// <summary>The next successful connection, UTC; null where none was seen.</summary>
    public DateTimeOffset? ReconnectedAt => At(Record.ReconnectedAt);

    /// <summary>From <see cref="Time"/> to <see cref="ReconnectedAt"/>; null where no connection followed.</summary>
    public TimeSpan? Downtime => Record.ReconnectedAt == 0 ? null : new TimeSpan(Record.ReconnectedAt - Record.Time);

    /// <summary>
    /// The hub's error code; null for an orderly close or where the log does not tell,
    /// and 0 for an error that has no number.
    /// </summary>
    public int? ErrorCode => Record.Number;

    /// <summary>
    /// The code's documented name, or what the log says in place of a code; null for an orderly
    /// close and for codes without a name.
    /// </summary>
    public string? ErrorName => Profile.NameOf(Record.Code);

    /// <summary>
    /// Another code that belongs to the same disconnect, as 401003 does to an expired
    /// token's 404104; null where there is none.
    /// </summary>
    public int? RelatedErrorCode => Record.RelatedNumber;

    /// <summary>Refused attempts in the run; null for a session that ended.</summary>
    public int? Attempts => Kind == DisconnectKind.Refused ? Record.Attempts : null;

    /// <summary>
    /// The protocol as logged, such as <c>Mqtt</c> or <c>AmqpWs</c>; null where the log does not tell.
    /// </summary>
    public string? Protocol => Context.Protocol;

    /// <summary>
    /// How the device authenticates, as logged, such as <c>sas</c>; null where the log does not tell.
    /// </summary>
    public string? AuthenticationType => Context.AuthenticationType;

    /// <summary>The device SDK's usual name; null where neither this session nor a neighbouring one names it.</summary>
    public string? SdkName => Profile.SdkNameOf(Record);

    /// <summary>The device SDK's version; null where the log does not tell.</summary>
    public string? SdkVersion => Profile.SdkVersionOf(Record);

    /// <summary>
    /// The address the device connected from, its last part masked by the hub; null where the log does not tell.
    /// </summary>
    public string? MaskedIpAddress => Context.MaskedIpAddress;

    /// <summary>The device's habits over the whole log.</summary>
    public DeviceProfile Profile { get; }

    /// <summary>What the hub's other devices did meanwhile.</summary>
    public HubActivity Hub { get; }

    internal int Index { get; }

    /// <summary>When the device went, UTC, where it was not back by the end of the log; else null.</summary>
    internal DateTimeOffset? AwaySince => At(Profile.AwaySince(Index, Hub));

    /// <summary>Its cause as it came back from elsewhere; null where none did.</summary>
    internal RecalledCause? Recalled => Profile.Recalled?.Causes[Index];

    /// <summary>It came back from elsewhere, and its device's and hub's others did not come with it.</summary>
    internal bool IsAlone => Profile.Recalled is { IsAlone: true };

    internal ref readonly DisconnectRecord Record => ref Profile.Records[Index];

    private ConnectionContext Context => Profile.ContextOf(Record);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DeviceId} {Kind} {Time:yyyy-MM-dd HH:mm:ss}Z{(ErrorCode is { } code ? $" {code}" : "")}"
        );

    private static DateTimeOffset? At(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
