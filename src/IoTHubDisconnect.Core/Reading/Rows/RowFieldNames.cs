using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect.Reading.Rows;

/// <summary>Finds the field a key or column stands for. Case does not matter.</summary>
internal static class RowFieldNames
{
    /// <summary>
    /// Keys of a record in the export, columns of <c>AzureDiagnostics</c>, and those that queries
    /// make of the keys within the properties.
    /// </summary>
    [MethodImpl(HotPath.Reading)]
    internal static RowField OfRow(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            4 when Is(name, "time"u8) => RowField.Time,
            5 when Is(name, "level"u8) => RowField.Level,
            8 when Is(name, "category"u8) => RowField.Category,
            9 when Is(name, "timestamp"u8) => RowField.Time,
            8 when Is(name, "resource"u8) => RowField.Resource,
            10 when Is(name, "resourceId"u8) => RowField.ResourceId,
            10 when Is(name, "resultType"u8) => RowField.ResultType,
            10 when Is(name, "properties"u8) => RowField.Properties,
            10 when Is(name, "statusType"u8) => RowField.StatusType,
            11 when Is(name, "_ResourceId"u8) => RowField.UnderscoreResourceId,
            13 when Is(name, "operationName"u8) => RowField.OperationName,
            13 when Is(name, "TimeGenerated"u8) => RowField.Time,
            16 when Is(name, "AdditionalFields"u8) => RowField.AdditionalFields,
            17 when Is(name, "resultDescription"u8) => RowField.ResultDescription,
            _ when IsTyped(name) => OfRow(name[..^2]),
            _ => OfProperties(WithoutPath(name)),
        };

    /// <summary>Keys within a row's properties.</summary>
    [MethodImpl(HotPath.Reading)]
    internal static RowField OfProperties(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            8 when Is(name, "deviceId"u8) => RowField.DeviceId,
            8 when Is(name, "moduleId"u8) => RowField.ModuleId,
            8 when Is(name, "protocol"u8) => RowField.Protocol,
            8 when Is(name, "authType"u8) => RowField.AuthType,
            10 when Is(name, "sdkVersion"u8) => RowField.SdkVersion,
            10 when Is(name, "statusCode"u8) => RowField.StatusCode,
            15 when Is(name, "maskedIpAddress"u8) => RowField.MaskedIpAddress,
            _ => RowField.None,
        };

    /// <summary>Keys within <c>AdditionalFields</c>, where columns go that the table has no room for.</summary>
    internal static RowField OfAdditionalFields(ReadOnlySpan<byte> name) =>
        Is(name, "properties_s"u8) ? RowField.Properties : RowField.None;

    /// <summary>Custom tables, and some columns of <c>AzureDiagnostics</c>, end in a letter for their type.</summary>
    private static bool IsTyped(ReadOnlySpan<byte> name) =>
        name.Length > 2 && name[^2] == (byte)'_' && "sdtgb"u8.Contains((byte)(name[^1] | 0x20));

    /// <summary>Kusto calls a column that it takes from within the properties by its path.</summary>
    private static ReadOnlySpan<byte> WithoutPath(ReadOnlySpan<byte> name)
    {
        var properties = "properties"u8;
        return name.Length > properties.Length && Is(name[..properties.Length], properties)
            ? name[(name.LastIndexOfAny("_."u8) + 1)..]
            : name;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) =>
        name.SequenceEqual(known)
        || (
            name.Length == known.Length && (name[0] | 0x20) == (known[0] | 0x20) && Ascii.EqualsIgnoreCase(name, known)
        );
}
