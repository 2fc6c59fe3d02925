namespace IoTHubDisconnect.Reading.Rows;

/// <summary>The parts of a row that are read, whatever format it is written in.</summary>
internal enum RowField : byte
{
    None,
    Time,
    ResourceId,
    UnderscoreResourceId,
    Resource,
    OperationName,
    Category,
    Level,
    ResultType,
    ResultDescription,
    Properties,
    AdditionalFields,
    DeviceId,
    ModuleId,
    Protocol,
    AuthType,
    MaskedIpAddress,
    SdkVersion,
    StatusCode,
    StatusType,
}

internal static class RowFields
{
    /// <summary>Whether only a log has it: device ids and protocols stand in other tables, too.</summary>
    internal static bool IsOfLog(this RowField field) => field is not RowField.None and < RowField.DeviceId;
}
