using System.Globalization;
using FleetGenerator.Clients;
using FleetGenerator.Logs;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>
/// A device in shorthand: rows such as <c>10:00:00 C</c> (connected), <c>11:00:00 D 404104</c>
/// (disconnected), <c>11:00:01 F 401003</c> (refused), separated by commas. Each has a hub of its own, which
/// tells the devices apart in an answer.
/// </summary>
internal sealed record Behaviour(string Rows)
{
    public static readonly DateTimeOffset Midnight = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    public string Sdk { get; init; } = "iothubclient/1.14.0 (native; Linux; armv7l)";

    public Transport Protocol { get; init; } = Transport.Mqtt;

    public bool UsesCertificate { get; init; }

    /// <summary>Sessions one after the other.</summary>
    /// <param name="seconds">How long each lasts.</param>
    /// <param name="end">The end's rows, with seconds after it: <c>+0 D 401003, +1 D 404104</c>.</param>
    /// <param name="away">Seconds until the device is back.</param>
    public static string Sessions(string seconds, string end, int away)
    {
        var (rows, at) = (new List<string> { "0:00:00 C" }, 0);
        foreach (var length in seconds.Split(' '))
        {
            at += int.Parse(length, CultureInfo.InvariantCulture);
            foreach (var row in end.Split(", "))
            {
                var parts = row.Split(' ', 2);
                rows.Add($"{TimeSpan.FromSeconds(at + int.Parse(parts[0], CultureInfo.InvariantCulture))} {parts[1]}");
            }
            rows.Add($"{TimeSpan.FromSeconds(at += away)} C");
        }
        return string.Join(", ", rows);
    }

    public IEnumerable<string> ToJson(string hub) =>
        Rows.Split(", ")
            .Select(row => row.Split(' '))
            .Select(parts =>
            {
                var time = Midnight + TimeSpan.Parse(parts[0], CultureInfo.InvariantCulture);
                return RowWriter.ToJson(
                    new LogRow
                    {
                        Time = time,
                        ArrivedAt = time,
                        ResourceId =
                            "/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/CONTOSO-IOT"
                            + $"/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/{hub}",
                        Location = "westeurope",
                        IsConnect = parts[1] != "D",
                        ResultType = parts.ElementAtOrDefault(2),
                        ResultDescription = null,
                        StatusCode = null,
                        DeviceId = "device",
                        ModuleId = null,
                        Protocol = Protocol,
                        UsesCertificate = UsesCertificate,
                        MaskedIpAddress = "203.0.113.XXX",
                        SdkVersion = parts.ElementAtOrDefault(3) ?? Sdk,
                    }
                );
            });
}
