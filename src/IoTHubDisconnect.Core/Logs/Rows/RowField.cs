namespace IoTHubDisconnect.Logs.Rows;

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
}
