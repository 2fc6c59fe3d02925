using System.Net;
using FleetGenerator.Logs;

namespace HubStandIn.Sessions;

/// <summary>The rows of the Connections category.</summary>
internal sealed class ConnectionRows(StandInHubOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<LogRow> _rows = [];
    private readonly DateTimeOffset _origin = options.Clock.GetUtcNow();

    public IReadOnlyList<LogRow> All
    {
        get
        {
            lock (_gate)
                return [.. _rows];
        }
    }

    /// <summary>A connection, or with a code one that was refused.</summary>
    public void Connected(ClientInfo client, DateTimeOffset at, HubErrorCode? code) =>
        Write(client, at, isConnect: true, code);

    /// <summary>The end of a connection: a row a code, or one without any.</summary>
    public void Disconnected(ClientInfo client, DateTimeOffset at, IReadOnlyList<HubErrorCode> codes)
    {
        if (codes.Count == 0)
            Write(client, at, isConnect: false, null);
        foreach (var code in codes)
            Write(client, at, isConnect: false, code);
    }

    private void Write(ClientInfo client, DateTimeOffset at, bool isConnect, HubErrorCode? code)
    {
        var time = _origin + ((at - _origin) * options.LogStretch);
        var row = new LogRow
        {
            Time = time,
            ArrivedAt = time,
            ResourceId = options.ResourceId ?? DefaultId,
            Location = options.Location,
            IsConnect = isConnect,
            ResultType = code is { } number ? $"{(int)number}" : null,
            ResultDescription = code?.ToString(),
            StatusCode = code is { } status ? $"{(int)status / 1000}" : null,
            DeviceId = client.DeviceId,
            ModuleId = client.ModuleId,
            Protocol = client.Protocol,
            UsesCertificate = client.UsesCertificate,
            MaskedIpAddress = Masked(client.Address),
            SdkVersion = isConnect ? client.SdkVersion : null,
        };
        lock (_gate)
        {
            _rows.Add(row);
            if (options.LogFolder is { } folder)
                ExportFolder.Append(folder, [row]);
        }
    }

    private string DefaultId =>
        "/SUBSCRIPTIONS/91D12660-0000-4000-8000-000000000001/RESOURCEGROUPS/STAND-INS/PROVIDERS"
        + $"/MICROSOFT.DEVICES/IOTHUBS/{options.HubName.ToUpperInvariant()}";

    private static string Masked(IPAddress address)
    {
        var text = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
        return text[..(text.LastIndexOfAny(['.', ':']) + 1)] + "XXX";
    }
}
