using FleetGenerator;
using FleetGenerator.Logs;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>Two weeks and a day of the two hubs that the help speaks of, up to now.</summary>
internal static class ExampleFleet
{
    private const int Days = 15;

    private static readonly string[] HubIds = [IdOf("FABRIKAM-IOT", "FABRIKAM-PROD"), IdOf("IOT", "CONTOSO-HUB")];

    public static IReadOnlyList<LogRow> Rows { get; } = Simulate();

    /// <summary>The rows of the hub that tests of connectivity go to.</summary>
    public static IEnumerable<LogRow> OfContoso => Rows.Where(row => row.ResourceId == HubIds[1]);

    private static string IdOf(string group, string hub) =>
        "/SUBSCRIPTIONS/6F1E2D3C-63B6-4000-8000-0123456789AB/RESOURCEGROUPS/"
        + $"{group}/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/{hub}";

    private static LogRow[] Simulate()
    {
        var fleet = Fleet.Simulate(
            FleetPresets.Plain(4) with
            {
                Devices = 12,
                Hours = Days * 24,
                Start = DateTimeOffset.UtcNow.AddDays(-Days),
                Artefacts = new LogArtefacts(),
            }
        );
        var hubs = fleet.Rows.Select(row => row.ResourceId).Distinct().Order().Zip(HubIds).ToDictionary();
        var rows = fleet.Rows.Select(row => row with { ResourceId = hubs[row.ResourceId] }).ToList();
        var connect = rows.First(row => row.IsConnect && row.ResourceId == HubIds[1]);
        return
        [
            .. rows,
            .. LostNetwork(connect, "eindhoven-press-9"),
            .. LostNetwork(connect, "eindhoven-press-8")[..2],
        ];
    }

    /// <summary>
    /// A device of its own that lost its network within the last day, and came back an hour later, as some examples
    /// ask for.
    /// </summary>
    private static LogRow[] LostNetwork(LogRow connect, string device)
    {
        var first = connect with { DeviceId = device };
        var lost = At(-5) with
        {
            IsConnect = false,
            ResultType = "404104",
            ResultDescription = "DeviceConnectionClosedRemotely",
            StatusCode = "404",
        };
        return [At(-20), lost, At(-4)];

        LogRow At(int hours)
        {
            var time = DateTimeOffset.UtcNow.AddHours(hours);
            return first with { Time = time, ArrivedAt = time };
        }
    }
}
