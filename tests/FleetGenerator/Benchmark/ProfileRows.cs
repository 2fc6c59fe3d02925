using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Logs;
using FleetGenerator.Sessions;

namespace FleetGenerator.Benchmark;

/// <summary>The templates of one kind of device: one a version of its SDK, hub and outcome.</summary>
internal sealed class ProfileRows
{
    private const int Versions = 8;

    private static readonly string[] Hubs = ["FABRIKAM-PROD", "TAILSPIN-FIELD"];

    private readonly Dictionary<int, RowTemplate[]> _ends = [];
    private readonly RowTemplate[] _connects;

    public ProfileRows(BenchmarkProfile profile, Rng rng)
    {
        string?[] versions =
        [
            .. Enumerable.Range(0, Versions).Select(_ => SdkVersionText.Draw(profile.Sdk, false, rng)),
        ];
        _connects = Templates(profile, versions, true, profile.Refused ? ErrorCodes.Unauthorized : 0);
        foreach (var code in profile.Codes.Append(ErrorCodes.ClosedRemotely).Distinct())
            _ends.Add(code, Templates(profile, versions, false, code));
    }

    public RowTemplate Connect(int device) => _connects[device % _connects.Length];

    public RowTemplate End(int device, int code)
    {
        var templates = _ends[code];
        return templates[device % templates.Length];
    }

    private static RowTemplate[] Templates(BenchmarkProfile profile, string?[] versions, bool isConnect, int code) =>
        [
            .. versions.SelectMany(version =>
                Hubs.Select(hub => RowTemplate.Of(Row(profile, version, hub, isConnect, code)))
            ),
        ];

    private static LogRow Row(BenchmarkProfile profile, string? version, string hub, bool isConnect, int code) =>
        new()
        {
            Time = default,
            ArrivedAt = default,
            ResourceId =
                "/SUBSCRIPTIONS/5D0B3C44-9F1E-4A57-A1C2-7E6D3B0C9A18/RESOURCEGROUPS/FIELD-RG"
                + $"/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/{hub}",
            Location = hub == Hubs[0] ? "westeurope" : "eastus",
            IsConnect = isConnect,
            ResultType = code == 0 ? null : $"{code}",
            ResultDescription = code == 0 ? null : ErrorCodes.NameOf(code),
            StatusCode = code == 0 ? null : $"{code / 1000}",
            DeviceId = "",
            ModuleId = null,
            Protocol = Transport.Mqtt,
            UsesCertificate = profile.UsesCertificate,
            MaskedIpAddress = "",
            SdkVersion = version,
        };
}
