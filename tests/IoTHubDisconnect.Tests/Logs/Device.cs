using FleetGenerator.Clients;
using FleetGenerator.Logs;

namespace IoTHubDisconnect.Tests.Logs;

/// <summary>A device that writes the rows a test wants, at times counted from midnight.</summary>
internal sealed record Device(string Id, string? Module = null)
{
    public static readonly DateTimeOffset Midnight = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    public string Hub { get; init; } = "CONTOSO-EU";

    public string? Sdk { get; init; } = ".NET/1.42.4 (.NET 8.0.8; Linux; X64)";

    public string Address { get; init; } = "203.0.113.XXX";

    public bool UsesCertificate { get; init; }

    public static string At(double seconds) =>
        TimeSpan.FromSeconds(seconds).ToString("c", System.Globalization.CultureInfo.InvariantCulture);

    public string Connect(string at) => Row(at, isConnect: true, null, null);

    public string Close(string at) => Row(at, isConnect: false, null, null);

    public string Lose(string at, int code, string name) => Row(at, isConnect: false, code, name);

    public string Refuse(string at, int code, string name) => Row(at, isConnect: true, code, name);

    private string Row(string at, bool isConnect, int? code, string? name)
    {
        var time = Midnight + TimeSpan.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        return RowWriter.ToJson(
            new LogRow
            {
                Time = time,
                ArrivedAt = time,
                ResourceId =
                    "/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/CONTOSO-IOT"
                    + $"/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/{Hub}",
                Location = "westeurope",
                IsConnect = isConnect,
                ResultType = code?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ResultDescription = name,
                StatusCode = code is null ? null : $"{code / 1000}",
                DeviceId = Id,
                ModuleId = Module,
                Protocol = Transport.Mqtt,
                UsesCertificate = UsesCertificate,
                MaskedIpAddress = Address,
                SdkVersion = Sdk,
            }
        );
    }
}
