using System.Globalization;
using System.Text;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Tests;

/// <summary>
/// A log in shorthand: rows such as <c>10:00:00 C</c> (connected), <c>11:00:00.5 D 404104</c> (disconnected),
/// <c>11:00:01 F 401003</c> (refused), separated by commas; a day before the time as in <c>1.10:00:00</c>.
/// </summary>
internal sealed class TestLog
{
    public const string Node = "azure-iot-device/1.18.0 (node v20.1.0; Linux 5.15.0; x64)";
    public const string DotNet = ".NET/1.42.4 (.NET 6.0.36; Linux 5.15.0; X64)";
    public const string C = "iothubclient/1.14.0 (native; Linux; armv7l)";
    public const string FreeRtos = "c/1.3.0(FreeRTOS)";

    private static readonly DateTimeOffset Day = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    private readonly EventStore _store;
    private readonly EventRecorder _recorder;

    public TestLog(int memoryLimit = EventStore.MemoryLimit)
    {
        _store = new EventStore(memoryLimit);
        _recorder = new EventRecorder(_store);
    }

    public bool IsSpilled => _store.IsSpilled;

    public static DateTimeOffset At(string time) => Day + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    public TestLog Add(
        string rows,
        string device = "device",
        string sdk = DotNet,
        string protocol = "Mqtt",
        string auth = "sas",
        string ip = "203.0.1.XXX",
        string module = "",
        string hub = "CONTOSO-EU"
    )
    {
        foreach (var row in rows.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var from = parts.Length > 2 && parts[^1].StartsWith('@') ? parts[^1][1..] : ip;
            var code = parts.Length > 2 && !parts[2].StartsWith('@') ? parts[2] : "";
            Add(At(parts[0]).UtcTicks, parts[1], code, device, sdk, protocol, auth, from, module, hub);
        }
        return this;
    }

    public void Add(
        long ticks,
        string kind,
        string code,
        string device,
        string sdk,
        string protocol,
        string auth,
        string ip,
        string module,
        string hub
    ) =>
        _recorder.Add(
            new LogRecord
            {
                Ticks = ticks,
                ResourceId = Encoding.UTF8.GetBytes(
                    "/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/" + hub
                ),
                OperationName = kind == "D" ? "deviceDisconnect"u8 : "deviceConnect"u8,
                HasOutcome = true,
                Level = code.Length > 0 ? "Error"u8 : "Information"u8,
                ResultType = Encoding.UTF8.GetBytes(code),
                DeviceId = Encoding.UTF8.GetBytes(device),
                ModuleId = Encoding.UTF8.GetBytes(module),
                Protocol = Encoding.UTF8.GetBytes(protocol),
                AuthType = Encoding.UTF8.GetBytes(
                    $$"""{"scope":"device","type":"{{auth}}","issuer":"iothub","acceptingIpFilterRule":null}"""
                ),
                MaskedIpAddress = Encoding.UTF8.GetBytes(ip),
                SdkVersion = Encoding.UTF8.GetBytes(sdk),
            }
        );

    public FleetAnalysis Analyse()
    {
        _recorder.Complete();
        return new FleetAnalysis(_store, RowDays.EraOf([_recorder.Days]), CancellationToken.None);
    }

    public List<DeviceDisconnect> Disconnects()
    {
        using var fleet = Analyse();
        return
        [
            .. fleet
                .Devices(null, CancellationToken.None)
                .SelectMany(d =>
                    d.Profile.Records.AsEnumerable().Select((_, i) => new DeviceDisconnect(d.Profile, i, d.Hub))
                ),
        ];
    }

    public List<DisconnectCause> Causes(ResolveOptions? options = null) =>
        [
            .. Disconnects()
                .Select(d => CauseExplainer.Resolve(d, options ?? ResolveOptions.None, CultureInfo.InvariantCulture)),
        ];
}
