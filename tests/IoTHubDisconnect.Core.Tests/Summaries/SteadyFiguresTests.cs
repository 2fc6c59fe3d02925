using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Analysis;
using IoTHubDisconnect.Events;
using IoTHubDisconnect.Logs.Rows;
using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.Tests.Summaries;

/// <summary>Sums that a log engine made go into the summaries with the cause of the device that stands for the others.</summary>
public sealed class SteadyFiguresTests
{
    private const string Hub = "/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/CONTOSO-EU";
    private static readonly DateTime Midnight = new(2026, 11, 16, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Counts_devices_and_downtime_are_those_of_all()
    {
        var sum = Assert.Single(
            Measure(DisconnectGrouping.Cause, Figures(devices: 500, closings: 2000, downtimes: [1, 2, 3, 4, 5]))
        );

        Assert.Equal(
            (CauseName.SasTokenRenewed, 2000, 500, 2000),
            (sum.Cause, sum.Count, sum.DeviceCount, sum.ExpectedCount)
        );
        Assert.Equal(TimeSpan.FromSeconds(6000), sum.TotalDowntime);
        Assert.Equal(TimeSpan.FromSeconds(3), sum.MedianDowntime);
        Assert.Equal((Midnight.AddHours(1), Midnight.AddHours(9)), (sum.First.UtcDateTime, sum.Last.UtcDateTime));
    }

    [Theory]
    [InlineData(DisconnectGrouping.Device, "Device", "press-07", "press-07")]
    [InlineData(DisconnectGrouping.Hub, "Device", "", "CONTOSO-EU")]
    [InlineData(DisconnectGrouping.Site, "Address", "203.0.113.XXX", "203.0.113.XXX")]
    [InlineData(DisconnectGrouping.Site, "Address", "", "(not logged)")]
    [InlineData(DisconnectGrouping.Sdk, "Sdk", "iothubclient/1.14.0 (native; Linux; armv7l)", "C 1.14.0")]
    [InlineData(DisconnectGrouping.Sdk, "Sdk", "", "(not logged)")]
    [InlineData(DisconnectGrouping.Hour, "Hour", "2026-11-16T03:00:00Z", "2026-11-16 03:00Z")]
    public void Groups_are_named_as_those_of_rows(DisconnectGrouping by, string part, string value, string name) =>
        Assert.Equal(
            (name, 7L),
            Assert.Single(Measure(by, Figures(1, 7, [2], (part, value)))) is var sum ? (sum.Name, sum.Count) : default
        );

    [Fact]
    public void Figures_count_once_their_answer_is_whole()
    {
        using var store = new EventStore();
        var recorder = new EventRecorder(store, new EventDraft());
        Read(recorder, Figures(10, 20, [1]));
        recorder.Discard();
        Read(recorder, Figures(10, 20, [1]));
        recorder.Commit();

        Assert.Equal(9, store.SteadyDevices);
    }

    [Fact]
    public void Nothing_to_report_makes_no_group() =>
        Assert.Empty(Measure(DisconnectGrouping.Cause, Figures(0, 0, [null])));

    private static IReadOnlyList<DisconnectSummary> Measure(DisconnectGrouping by, Dictionary<string, object?> figures)
    {
        using var store = new EventStore();
        var recorder = new EventRecorder(store, new EventDraft());
        Read(recorder, figures);
        recorder.Commit();
        recorder.Complete();
        using var log = FleetLog.Of(
            new ReadRows(store, RowDays.EraOf([recorder.Days]), "a test"),
            CancellationToken.None
        );
        return log.Visit(
                new SummaryBuilder(by, devicesReturn: false),
                new DisconnectFilter(),
                ResolveOptions.None,
                CancellationToken.None
            )
            .Build();
    }

    private static Dictionary<string, object?> Figures(
        int devices,
        int closings,
        double?[] downtimes,
        params (string Name, string Value)[] parts
    )
    {
        var figures = new Dictionary<string, object?>
        {
            ["Device"] = "",
            ["Module"] = "",
            ["Address"] = "",
            ["Sdk"] = "",
            ["Hour"] = null,
            ["Devices"] = devices,
            ["AllDevices"] = devices,
            ["Closings"] = closings,
            ["First"] = closings == 0 ? null : Midnight.AddHours(1),
            ["Last"] = closings == 0 ? null : Midnight.AddHours(9),
            ["Returns"] = closings,
            ["Downtime"] = 3.0 * closings,
            ["Downtimes"] = downtimes,
        };
        foreach (var (name, value) in parts)
            figures[name] = value;
        return figures;
    }

    /// <summary>Reads an answer with the rows of a device that renews its token four times, and figures that it stands for.</summary>
    private static void Read(EventRecorder recorder, Dictionary<string, object?> figures)
    {
        object[] Row(DateTime time, string operation, string description) =>
            [
                time,
                Hub,
                operation,
                "",
                "",
                description,
                """{"deviceId":"sample","protocol":"Mqtt","authType":"sas","sdkVersion":"iothubclient/1.14.0 (native; Linux; armv7l)"}""",
                "Connections",
            ];
        var rows = Enumerable
            .Range(0, 5)
            .SelectMany(i =>
                new[]
                {
                    Row(Midnight.AddSeconds(2883 * i), "deviceConnect", ""),
                    Row(Midnight.AddSeconds(2883 * i + 2880), "deviceDisconnect", ""),
                }
            );
        var columns = new[]
        {
            "TimeGenerated",
            "ResourceId",
            "OperationName",
            "Level",
            "ResultType",
            "ResultDescription",
            "properties_s",
            "Category",
        }.Select(name => new { name, type = "string" });
        var answer = JsonSerializer.Serialize(
            new
            {
                tables = new[]
                {
                    new
                    {
                        name = "PrimaryResult",
                        columns,
                        rows = rows.Append(Row(Midnight, "deviceSteady", JsonSerializer.Serialize(figures))),
                    },
                },
            }
        );
        using var reader = new AnswerReader(
            new MemoryStream(Encoding.UTF8.GetBytes(answer)),
            new RowReceiver(recorder, new RangeTally()),
            CancellationToken.None
        );
        Assert.Null(reader.Read());
    }
}
