using System.Text;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>A log row as text, to write in any format and to compare with what was read.</summary>
public sealed record LogRow
{
    public long Ticks { get; init; }

    public string ResourceId { get; init; } = "";

    public string OperationName { get; init; } = "";

    public string Level { get; init; } = "";

    public string ResultType { get; init; } = "";

    public string ResultDescription { get; init; } = "";

    public string DeviceId { get; init; } = "";

    public string ModuleId { get; init; } = "";

    public string Protocol { get; init; } = "";

    public string AuthType { get; init; } = "";

    public string MaskedIpAddress { get; init; } = "";

    public string SdkVersion { get; init; } = "";

    internal static LogRow Of(scoped in LogRecord record) =>
        new()
        {
            Ticks = record.Ticks,
            ResourceId = Encoding.UTF8.GetString(record.ResourceId),
            OperationName = Encoding.UTF8.GetString(record.OperationName),
            Level = Encoding.UTF8.GetString(record.Level),
            ResultType = Encoding.UTF8.GetString(record.ResultType),
            ResultDescription = Encoding.UTF8.GetString(record.ResultDescription),
            DeviceId = Encoding.UTF8.GetString(record.DeviceId),
            ModuleId = Encoding.UTF8.GetString(record.ModuleId),
            Protocol = Encoding.UTF8.GetString(record.Protocol),
            AuthType = Encoding.UTF8.GetString(record.AuthType),
            MaskedIpAddress = Encoding.UTF8.GetString(record.MaskedIpAddress),
            SdkVersion = Encoding.UTF8.GetString(record.SdkVersion),
        };
}
