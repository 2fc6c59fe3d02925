using System.Text.Json;
using AzureStandIn;
using FleetGenerator.Clients;
using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Queries;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>Which devices the log engine sums up by itself, case by case.</summary>
public sealed class SteadyTests
{
    private const string DotNet = ".NET/1.42.4";

    private static readonly (string Name, bool IsSteady, int Closings, Behaviour Device)[] Cases =
    [
        ("RENEWALS", true, 4, new(Behaviour.Sessions("2880 2880 2881 2882", "+0 D", 3))),
        ("ONE-RENEWAL", true, 1, new(Behaviour.Sessions("2880", "+0 D", 3))),
        (
            "RENEWALS-ON-A-GRID",
            true,
            5,
            new(
                "0:00:00 C, 0:45:00 D, 0:45:03 C, 1:30:00 D, 1:30:08 C, 2:15:00 D, 2:15:02 C, 3:00:00 D, 3:00:05 C, 3:45:00 D, 3:45:04 C"
            )
            {
                Sdk = "azure-iot-device/1.17.1",
            }
        ),
        ("RENEWALS-WITHIN-THE-SECOND", true, 4, new(Behaviour.Sessions("2880 2880 2880 2880", "+0 D", 0))),
        (
            "RENEWALS-TWICE-IN-THE-LOG",
            true,
            2,
            new("0:00:00 C, 0:00:00 C, 0:48:00 D, 0:48:00 D, 0:48:03 C, 1:36:03 D, 1:36:03 D, 1:36:05 C")
        ),
        (
            "A-CONNECT-IS-LOST",
            true,
            4,
            new("0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 D, 2:24:05 D, 2:24:08 C, 3:12:08 D, 3:12:10 C")
        ),
        (
            "A-CLOSING-IS-LOST",
            true,
            3,
            new("0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:06 C, 2:24:06 D, 2:24:08 C, 3:12:08 D, 3:12:10 C")
        ),
        (
            "EXPIRIES",
            true,
            3,
            new(Behaviour.Sessions("3601 3902 3601", "+0 D 401003, +1 D 404104", 3)) { Sdk = DotNet }
        ),
        (
            "EXPIRIES-WITH-A-REFUSAL",
            true,
            3,
            new(Behaviour.Sessions("3601 3902 3601", "+0 D 404104, +1 F 401003", 3)) { Sdk = DotNet }
        ),
        (
            "EXPIRIES-BY-THE-CLOCK",
            true,
            4,
            new(Behaviour.Sessions("3901 3902 4201 3601", "+0 D 404104", 3)) { Sdk = DotNet }
        ),
        ("A-SCHEDULE", true, 4, new(Behaviour.Sessions("30 45 22 51", "+0 D", 570))),
        ("A-CERTIFICATE", true, 4, new(Behaviour.Sessions("300 4500 22 5100", "+0 D", 20)) { UsesCertificate = true }),
        ("AMQP", true, 4, new(Behaviour.Sessions("300 4500 22 5100", "+0 D", 20)) { Protocol = Transport.Amqp }),
        ("TOO-FEW-EXPIRIES", false, 0, new(Behaviour.Sessions("3901 3902", "+0 D 404104", 3)) { Sdk = DotNet }),
        (
            "AN-EXPIRY-OFF-THE-CLOCK",
            false,
            0,
            new(Behaviour.Sessions("3901 3902 3950 3901", "+0 D 404104", 3)) { Sdk = DotNet }
        ),
        ("A-SLOW-RETURN", false, 0, new(Behaviour.Sessions("3901 3902 3901 3901", "+0 D 404104", 45)) { Sdk = DotNet }),
        (
            "A-DROP-AMONG-RENEWALS",
            false,
            0,
            new(Behaviour.Sessions("2880 2880", "+0 D", 3) + ", 1:50:00 D 404104, 1:50:20 C, 2:38:20 D, 2:38:23 C")
        ),
        ("AN-EARLY-CLOSE", false, 0, new(Behaviour.Sessions("2880 900 2880", "+0 D", 3))),
        (
            "CONNECT-AND-CLOSE-LOST",
            false,
            0,
            new("0:00:00 C, 0:48:00 D, 0:48:03 C, 2:24:05 D, 2:24:08 C, 3:12:08 D, 3:12:10 C")
        ),
        ("A-REFUSAL", false, 0, new(Behaviour.Sessions("2880 2880", "+0 D", 3) + ", 1:50:00 F 403002, 2:00:00 C")),
        (
            "TWO-REFUSALS",
            false,
            0,
            new(Behaviour.Sessions("3901 3902 3901", "+0 D 404104, +1 F 401003, +2 F 401003", 3)) { Sdk = DotNet }
        ),
        ("A-SERVER-ERROR", false, 0, new(Behaviour.Sessions("2880 2880", "+0 D 500001", 3))),
        ("AN-UNNUMBERED-ERROR", false, 0, new(Behaviour.Sessions("2880 2880", "+0 D ServerError", 3))),
        ("GONE-FOR-GOOD", false, 0, new("0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 D")),
        (
            "EXPIRED-FOR-GOOD",
            false,
            0,
            new("0:00:00 C, 1:05:01 D 401003, 1:05:05 C, 2:10:06 D 401003") { Sdk = DotNet }
        ),
        (
            "A-CERTIFICATE-GONE-FOR-GOOD",
            false,
            0,
            new("0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 D") { UsesCertificate = true }
        ),
        ("A-SCHEDULE-THAT-STOPPED", false, 0, new("0:00:00 C, 0:00:30 D, 0:10:00 C, 0:10:30 D, 0:20:00 C, 0:20:30 D")),
        ("A-LATE-RETURN", false, 0, new("0:00:00 C, 0:00:30 D, 0:10:00 C, 0:10:30 D, 0:20:00 C, 0:20:30 D, 3:10:00 C")),
        (
            "AN-UPDATE",
            false,
            0,
            new(
                "0:00:00 C, 0:48:00 D, 0:48:03 C - iothubclient/1.15.0, 1:36:03 D, 1:36:05 C - iothubclient/1.15.0".Replace(
                    " -",
                    " 0",
                    StringComparison.Ordinal
                )
            )
        ),
        (
            "WHICH-WAS-FIRST",
            false,
            0,
            new("0:00:00 C, 0:00:30 D, 0:10:00 C, 0:10:00 D, 0:20:00 C, 0:20:30 D, 0:30:00 C")
        ),
        ("NEVER-CLOSED", false, 0, new("0:00:00 C, 1:00:00 C")),
    ];

    [Fact]
    public async Task Only_devices_of_one_pattern_are_summed_up()
    {
        using var folder = new LogFolder();
        folder.Write("log.json", Cases.SelectMany(c => c.Device.ToJson(c.Name)));
        await using var azure = await StandInAzure.StartAsync();
        await azure.LoadAsync(folder.Path);

        var figures = await FiguresAsync(azure);

        Assert.Equal(Cases.Where(c => c.IsSteady).Select(c => (c.Name, c.Closings)).Order(), figures.Order());
    }

    private static async Task<List<(string Hub, int Closings)>> FiguresAsync(StandInAzure azure)
    {
        var day = new TimePeriod(Behaviour.Midnight, Behaviour.Midnight.AddDays(1));
        var query = new SteadyQuery(
            new ConnectionQuery(new WorkspaceTarget(default)),
            day,
            new SumRequest(DisconnectGrouping.Cause, null)
        );
        using var body = await new DirectConnection(azure).QueryAsync(
            query.Rows(SteadyQuery.Parts(day, 0).Single()),
            AzureCall.Silent
        );
        var table = await QueryTable.ReadAsync(body, CancellationToken.None);
        return
        [
            .. table
                .Rows.Where(r => table.Cell(r, "OperationName").GetString() == "deviceSteady")
                .Select(r =>
                {
                    using var sums = JsonDocument.Parse(table.Cell(r, "ResultDescription").GetString()!);
                    return (
                        table.Cell(r, "ResourceId").GetString()!.Split('/')[^1],
                        sums.RootElement.GetProperty("Closings").GetInt32()
                    );
                }),
        ];
    }
}
