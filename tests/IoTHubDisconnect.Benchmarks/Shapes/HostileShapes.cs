using System.Text;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;
using IoTHubDisconnect.Reports;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Benchmarks.Shapes;

/// <summary>What whoever writes a log could make of it to keep its reader busy.</summary>
internal static class HostileShapes
{
    private const string Columns = "TimeGenerated,OperationName,Category,ResultType,properties_s\n";

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("CSV of torn quotes", 400_000, n => Reading(Columns + Repeat("a,\"\n", n))),
        new("CSV of quotes without end", 400_000, n => Reading(Columns + Repeat("\"\"\"a\n", n))),
        new("braces without end", 100_000, n => Reading(Repeat("{\"a\":", n))),
        new("brackets without end", 400_000, n => Reading("[{\"a\":" + Repeat("[", n))),
        new("keys without values", 50_000, n => Reading(Repeat("{\"time\":x\n", n))),
        new(
            "one device, all rows of one instant",
            50_000,
            n => Reading(Rows(n, i => Row(0, "d", i, "deviceDisconnect", 400000 + i % 1000)))
        ),
        new(
            "rows back in time",
            50_000,
            n =>
                Reading(
                    Rows(
                        n,
                        i =>
                            Row(
                                n - i,
                                $"d{i % 7}",
                                1,
                                i % 2 == 0 ? "deviceDisconnect" : "deviceConnect",
                                i % 2 == 0 ? 404104 : null
                            )
                    )
                )
        ),
        new(
            "report: devices with a row each",
            50_000,
            n => Reporting(Rows(n, i => Row(i, $"d{i}", i % 1000, "deviceDisconnect", 404104)))
        ),
        new(
            "report: one device, many rows",
            50_000,
            n =>
                Reporting(
                    Rows(
                        n,
                        i =>
                            Row(
                                i,
                                "d",
                                1,
                                i % 2 == 0 ? "deviceDisconnect" : "deviceConnect",
                                i % 2 == 0 ? 404104 : null
                            )
                    )
                )
        ),
        new("names chosen to collide", 20_000, Colliding),
    ];

    private static Action Reading(string text) =>
        () =>
            Read(
                text,
                log =>
                    log.Visit(
                            new SummaryBuilder(DisconnectGrouping.Device, devicesReturn: false),
                            new DisconnectFilter(),
                            ResolveOptions.None,
                            default
                        )
                        .Build()
            );

    private static Action Reporting(string text) =>
        () =>
            Read(
                text,
                log =>
                {
                    var language = ReportLanguage.Of(System.Globalization.CultureInfo.InvariantCulture);
                    DisconnectFilter all = new();
                    var figures = log.Visit(
                        new ReportBuilder(new AttentionScope { Top = 10 }),
                        all,
                        ResolveOptions.None,
                        default
                    );
                    ReportText.Of(
                        new ReportContent(figures, ReportSource.Of(log, all), language, null, 10),
                        DisconnectReportFormat.Html,
                        language,
                        DateTimeOffset.UnixEpoch
                    );
                }
            );

    private static void Read(string text, Action<FleetLog> use)
    {
        var content = Encoding.UTF8.GetBytes(text);
        using var log = FleetLog.Of(
            StreamReading.Read(
                [new LogSource("log", content.Length, _ => new MemoryStream(content))],
                1,
                _ => { },
                null,
                default
            ),
            CancellationToken.None
        );
        use(log);
    }

    /// <summary>Names of words in which two changes undo each other in a plain product.</summary>
    private static Action Colliding(int count)
    {
        const int blocks = 18;
        byte[][] names =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Enumerable
                        .Range(0, blocks * 16)
                        .Select(at => (byte)('a' ^ ((i >> (at / 16) & 1) == 1 && at % 16 is 7 or 11 or 15 ? 0x80 : 0)))
                        .ToArray()
                ),
        ];
        return () =>
        {
            Utf8Interner interner = new();
            foreach (var name in names)
                interner.Intern(name);
        };
    }

    private static string Row(int second, string device, int address, string operation, int? code) =>
        $$"""
            {"time":"{{DateTime.UnixEpoch.AddYears(56).AddSeconds(
                second
            ):yyyy-MM-ddTHH:mm:ssZ}}","resourceId":"/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/H","operationName":"{{operation}}","category":"Connections","level":"Error","resultType":"{{code}}","properties":"{\"deviceId\":\"{{device}}\",\"protocol\":\"Mqtt\",\"maskedIpAddress\":\"{{address}}\"}"}
            """;

    private static string Rows(int count, Func<int, string> row) =>
        string.Join('\n', Enumerable.Range(0, count).Select(row));

    private static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
