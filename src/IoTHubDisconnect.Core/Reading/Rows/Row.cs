using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>A row as its format spells it, before anyone looked whether it makes sense.</summary>
internal ref struct Row
{
    public LogRecord Record;
    public ReadOnlySpan<byte> Time;
    public ReadOnlySpan<byte> Category;
    public ReadOnlySpan<byte> UnderscoreResourceId;
    public ReadOnlySpan<byte> Resource;

    /// <summary>What is wrong with the properties; null where nothing is.</summary>
    public string? PropertiesError;

    /// <summary>The row is of operations monitoring, the forerunner of the diagnostic logs.</summary>
    public bool IsOfOperationsMonitoring;

    /// <summary>False for an object that has nothing of a log row.</summary>
    public readonly bool IsLogRow => !Time.IsEmpty || !Record.OperationName.IsEmpty || !Category.IsEmpty;

    /// <summary>Of several columns that tell the same, an empty one takes nothing back.</summary>
    [MethodImpl(HotPath.Reading)]
    public void Set(RowField field, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty && !Get(field).IsEmpty)
            return;
        switch (field)
        {
            case RowField.Time:
                Time = value;
                break;
            case RowField.ResourceId:
                Record.ResourceId = value;
                break;
            case RowField.UnderscoreResourceId:
                UnderscoreResourceId = value;
                break;
            case RowField.Resource:
                Resource = value;
                break;
            case RowField.OperationName:
                Record.OperationName = value;
                break;
            case RowField.Category:
                Category = value;
                break;
            case RowField.Level:
                Record.Level = value;
                Record.HasOutcome = true;
                break;
            case RowField.ResultType:
                Record.ResultType = value;
                Record.HasOutcome = true;
                break;
            case RowField.ResultDescription:
                Record.ResultDescription = value;
                Record.HasOutcome = true;
                break;
            case RowField.DeviceId:
                Record.DeviceId = value;
                break;
            case RowField.ModuleId:
                Record.ModuleId = value;
                break;
            case RowField.Protocol:
                Record.Protocol = value;
                break;
            case RowField.AuthType:
                Record.AuthType = value;
                break;
            case RowField.MaskedIpAddress:
                Record.MaskedIpAddress = value;
                break;
            case RowField.SdkVersion:
                Record.SdkVersion = value;
                break;
            case RowField.StatusCode:
                Record.StatusCode = value;
                break;
            case RowField.StatusType:
                IsOfOperationsMonitoring = true;
                break;
        }
    }

    public readonly ReadOnlySpan<byte> Get(RowField field) =>
        field switch
        {
            RowField.Time => Time,
            RowField.ResourceId => Record.ResourceId,
            RowField.UnderscoreResourceId => UnderscoreResourceId,
            RowField.Resource => Resource,
            RowField.OperationName => Record.OperationName,
            RowField.Category => Category,
            RowField.Level => Record.Level,
            RowField.ResultType => Record.ResultType,
            RowField.ResultDescription => Record.ResultDescription,
            RowField.DeviceId => Record.DeviceId,
            RowField.ModuleId => Record.ModuleId,
            RowField.Protocol => Record.Protocol,
            RowField.AuthType => Record.AuthType,
            RowField.MaskedIpAddress => Record.MaskedIpAddress,
            RowField.SdkVersion => Record.SdkVersion,
            RowField.StatusCode => Record.StatusCode,
            _ => default,
        };
}
