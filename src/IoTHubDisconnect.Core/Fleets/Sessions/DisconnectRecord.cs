using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets.Sessions;

/// <summary>
/// The end of a session or a run of refusals, as found in the rows of one device. Times are UTC ticks; 0 means not
/// seen.
/// </summary>
internal struct DisconnectRecord
{
    public long Time;
    public long ConnectedAt;
    public long ReconnectedAt;

    /// <summary>
    /// The connect before <see cref="ConnectedAt"/>, where the end of its session is missing from the log.
    /// </summary>
    public long EarlierConnectedAt;

    /// <summary>The first attempt to come back, refused or not.</summary>
    public long AttemptAt;

    /// <summary>The last row that belongs to this record.</summary>
    public long LastRowAt;

    /// <summary>
    /// When the token in use was made, which may be before <see cref="ConnectedAt"/>. Found with the device's
    /// habits.
    /// </summary>
    public long TokenStart;

    public int Code;
    public int RelatedCode;

    /// <summary>The code of the first refusal after a session's end.</summary>
    public int RefusalCode;

    public int Attempts;
    public int Context;

    /// <summary>The context of the connection that followed; -1 where none was seen.</summary>
    public int NextContext;

    public DisconnectKind Kind;

    /// <summary>The refusals began after a session's end, so its downtime covers theirs.</summary>
    public bool FollowsClosed;

    /// <summary>The device had been refused again and again before the hub noticed the session's end.</summary>
    public bool TriedBefore;

    /// <summary>
    /// The session's end follows neither the token's clock, nor a constant age, nor a fight for the identity. Found
    /// with the device's habits.
    /// </summary>
    public bool IsOffPattern;

    /// <summary>
    /// It is off the pattern, and none of the device's so in the minutes before it. Found with the device's habits.
    /// </summary>
    public bool IsNewDrop;

    /// <summary>The code as a number; null where there is none.</summary>
    public readonly int? Number => ConnectionEvent.NumberOf(Code);

    /// <summary>The related code as a number; null where there is none.</summary>
    public readonly int? RelatedNumber => ConnectionEvent.NumberOf(RelatedCode);

    /// <summary>The hub said 401 of the end, first or beside it.</summary>
    public readonly bool IsUnauthorized => ErrorCodes.IsUnauthorized(Code) || ErrorCodes.IsUnauthorized(RelatedCode);

    public readonly bool IsOrderly => Kind == DisconnectKind.Closed && Code == ConnectionEvent.NoCode;

    /// <summary>The log has no place for whether an error ended the session.</summary>
    public readonly bool IsUntold => Kind == DisconnectKind.Closed && Code == ConnectionEvent.UntoldCode;

    public readonly bool MayBeOrderly => IsOrderly || IsUntold;

    /// <summary>Seconds the session lasted; null where its start was not seen.</summary>
    public readonly double? Age => ConnectedAt == 0 ? null : Seconds(Time - ConnectedAt);

    /// <summary>Seconds until the device tried to come back; null where it was not seen to.</summary>
    public readonly double? ReturnGap => AttemptAt == 0 ? null : Math.Max(0, Seconds(AttemptAt - Time));

    /// <summary>The device is back.</summary>
    public void Return(in ConnectionEvent row)
    {
        ReconnectedAt = row.Ticks;
        NextContext = row.Context;
        if (AttemptAt == 0)
            AttemptAt = row.Ticks;
    }

    /// <summary>The device was refused when it tried to come back.</summary>
    public void NoteRefusal(in ConnectionEvent row)
    {
        if (AttemptAt != 0)
            return;
        AttemptAt = row.Ticks;
        RefusalCode = row.Code;
    }

    /// <summary>The refusal tells of the end of a session.</summary>
    public void BecomeClosed(long connectedAt, int context)
    {
        Kind = DisconnectKind.Closed;
        Attempts = 0;
        ConnectedAt = connectedAt;
        Context = context;
        AttemptAt = Time;
        RefusalCode = Code;
    }

    /// <summary>The run of refusals goes on.</summary>
    public void Extend(in ConnectionEvent row)
    {
        Attempts++;
        LastRowAt = row.Ticks;
        if (PairedCodes.IsRemoteClosed(Code) && !PairedCodes.IsRemoteClosed(row.Code))
            (Code, RelatedCode) = (row.Code, Code);
        else if (row.Code != Code && RelatedCode == ConnectionEvent.NoCode)
            RelatedCode = row.Code;
    }

    /// <summary>Another row of the same disconnect.</summary>
    public void Join(in ConnectionEvent row)
    {
        LastRowAt = row.Ticks;
        if (Code == ConnectionEvent.NoCode && row.Kind == EventKind.Disconnected)
            Code = row.Code;
        else if (Code != row.Code && RelatedCode == ConnectionEvent.NoCode)
            RelatedCode = row.Code;
    }

    public static double Seconds(long ticks) => ticks / (double)TimeSpan.TicksPerSecond;
}
