namespace IoTHubDisconnect.Reading;

/// <summary>
/// One row of the Connections category as the log holds it: UTF-8, JSON escapes resolved, empty where absent.
/// </summary>
/// <remarks>The spans are valid only during the call that hands the record over.</remarks>
internal ref struct LogRecord
{
    /// <summary>The event's time, in UTC ticks.</summary>
    public long Ticks;

    public ReadOnlySpan<byte> ResourceId;
    public ReadOnlySpan<byte> OperationName;
    public ReadOnlySpan<byte> Level;
    public ReadOnlySpan<byte> ResultType;
    public ReadOnlySpan<byte> ResultDescription;
    public ReadOnlySpan<byte> DeviceId;
    public ReadOnlySpan<byte> ModuleId;
    public ReadOnlySpan<byte> Protocol;

    /// <summary>As logged: JSON text such as <c>{"scope":"device","type":"sas",…}</c>.</summary>
    public ReadOnlySpan<byte> AuthType;

    public ReadOnlySpan<byte> MaskedIpAddress;
    public ReadOnlySpan<byte> SdkVersion;

    /// <summary>The HTTP status in the properties, where they have one.</summary>
    public ReadOnlySpan<byte> StatusCode;

    /// <summary>The row has a place for its outcome, be it empty: a level, a result or a description.</summary>
    public bool HasOutcome;

    /// <summary>The shape that the row shares with others; null where none was made out.</summary>
    public RecordShape? Shape;
}
