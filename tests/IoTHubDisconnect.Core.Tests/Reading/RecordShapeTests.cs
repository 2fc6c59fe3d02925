using System.Text;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class RecordShapeTests
{
    public static TheoryData<string> Layouts() => new(LogLayout.All.Select(layout => layout.Name));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_shape_and_what_varies_make_the_whole_record(string name)
    {
        var content = Damaged(name);
        var noted = new List<LogRow>();
        Read(content, new NotingSink(noted));
        Assert.Equal(LogReading.Of(content).Rows, noted);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Events_are_the_same_with_and_without_shapes(string name)
    {
        var content = Damaged(name);
        Assert.Equal(Events(content, recorder => new ShapelessSink(recorder)), Events(content, recorder => recorder));
    }

    [Fact]
    public void Most_rows_of_a_log_are_of_a_shape_that_was_met_before()
    {
        var shaped = 0;
        Read(
            Encoding.UTF8.GetBytes(LogLayout.Of("storage export").Write(LogRows.Fixed(1000))),
            new ActingSink((scoped in LogRecord record) => shaped += record.Shape is null ? 0 : 1)
        );
        Assert.InRange(shaped, 900, 999);
    }

    private static byte[] Damaged(string layout)
    {
        LogRow[] rows =
        [
            .. LogRows.Fixed(300),
            .. LogRows.Fixed(50, LogRows.Odd),
            .. LogRows.Fixed(100).Select(row => row with { ModuleId = "m" + row.DeviceId }),
        ];
        rows =
        [
            .. rows.Select((row, i) => i % 3 == 0 ? row with { SdkVersion = row.SdkVersion.Replace("/", "%2F") } : row),
        ];
        new Random(3).Shuffle(rows);
        return Damage.Apply(Encoding.UTF8.GetBytes(LogLayout.Of(layout).Write(rows)), 40, new Random(5));
    }

    private static void Read(byte[] content, ILogRecordSink sink) =>
        new LogReader(
            new LogReaderOptions
            {
                SinkFactory = () => sink,
                Report = _ => { },
                Threads = 1,
                WindowLength = 5000,
            }
        ).Read([new LogSource("log", content.Length, _ => new MemoryStream(content))], default);

    private static List<string> Events(byte[] content, Func<EventRecorder, ILogRecordSink> sink)
    {
        using var store = new EventStore();
        var recorder = new EventRecorder(store);
        Read(content, sink(recorder));
        recorder.Complete();
        var events = new List<string>
        {
            $"{RowDays.EraOf([recorder.Days]).First} {RowDays.EraOf([recorder.Days]).Last}",
        };
        ConnectionEvent[] rows = [];
        for (var partition = 0; partition < EventStore.Partitions; partition++)
        {
            var count = store.Take(partition, ref rows);
            foreach (var row in rows.AsSpan(0, count))
            {
                var context = store.Contexts[row.Context];
                events.Add(
                    $"{row.Ticks} {row.Kind} {row.Code} {store.Devices.Split(row.Device)} "
                        + $"{store.Hubs.ResourceIdOf(store.Devices.HubOf(row.Device))} "
                        + $"{context.Protocol} {context.AuthenticationType} {context.Sdk.Name} "
                        + $"{context.Sdk.Version} {context.MaskedIpAddress}"
                );
            }
        }
        return events;
    }

    private sealed class ActingSink(ActingSink.Act act) : ILogRecordSink
    {
        internal delegate void Act(scoped in LogRecord record);

        public void Add(scoped in LogRecord record) => act(record);
    }

    /// <summary>Puts records together from what it noted of their shape and what varies.</summary>
    private sealed class NotingSink(List<LogRow> rows) : ILogRecordSink
    {
        public void Add(scoped in LogRecord record)
        {
            var row = LogRow.Of(record);
            if (record.Shape is { } shape)
            {
                var noted = (LogRow)(shape.Note ??= row);
                row = noted with
                {
                    Ticks = row.Ticks,
                    DeviceId = row.DeviceId,
                    ModuleId = row.ModuleId,
                    MaskedIpAddress = row.MaskedIpAddress,
                    SdkVersion = row.SdkVersion,
                };
            }
            rows.Add(row);
        }
    }

    private sealed class ShapelessSink(ILogRecordSink sink) : ILogRecordSink
    {
        public void Add(scoped in LogRecord record)
        {
            var shapeless = record;
            shapeless.Shape = null;
            sink.Add(shapeless);
        }
    }
}
