using System.Globalization;
using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Logs;

/// <summary>Makes the rows that a hub's events become, with the looks that the artefacts give them.</summary>
internal sealed class RowMaker(SimulationWindow window, LogArtefacts artefacts, Rng rng)
{
    private readonly Dictionary<ClientIdentity, string?> _sdkTexts = new(ReferenceEqualityComparer.Instance);

    public LogRow Make(ConnectionEvent happened)
    {
        var time = window.TimeOf(happened.At);
        var name = happened.Code is { } code ? ErrorCodes.NameOf(code) : null;
        return new LogRow
        {
            Time = artefacts.WholeSeconds ? time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)) : time,
            ArrivedAt = time.AddSeconds(20 + rng.Wait(25)),
            ResourceId = ResourceId(happened.Device.Hub.ResourceId),
            Location = happened.Device.Hub.Location,
            IsConnect = happened.IsConnect,
            ResultType = ResultType(happened.Code),
            ResultDescription = name,
            StatusCode = happened.Code is { } status ? (status / 1000).ToString(CultureInfo.InvariantCulture) : null,
            DeviceId = happened.Device.Id,
            ModuleId = happened.Device.ModuleId,
            Protocol = happened.Client.Transport,
            UsesCertificate = happened.Client.UsesCertificate,
            MaskedIpAddress = happened.Client.MaskedIpAddress,
            SdkVersion =
                artefacts.SdkAnywhere && (happened.IsConnect || artefacts.SdkOnDisconnect)
                    ? SdkText(happened.Client)
                    : null,
        };
    }

    private string ResourceId(string id) =>
        rng.Happens(artefacts.LowerCaseShare)
            ? id.ToLowerInvariant().Replace("resourcegroups", "resourceGroups", StringComparison.Ordinal)
            : id;

    private string? ResultType(int? code)
    {
        var asText = code >= 500000 && rng.Happens(artefacts.TextCodeShare);
        if (asText)
            return code < 503000 ? "InternalServerError" : "ServiceUnavailable";
        return code?.ToString(CultureInfo.InvariantCulture);
    }

    private string? SdkText(ClientIdentity client)
    {
        if (!_sdkTexts.TryGetValue(client, out var text))
        {
            text =
                client.SdkVersion is { } plain && rng.Happens(artefacts.PercentEncodedShare)
                    ? Uri.EscapeDataString(plain)
                    : client.SdkVersion;
            _sdkTexts.Add(client, text);
        }

        return text;
    }
}
