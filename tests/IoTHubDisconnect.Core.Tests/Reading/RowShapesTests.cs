using System.Text;
using CsCheck;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Reading a record by its shape and by the book must not differ.</summary>
public sealed class RowShapesTests
{
    private static readonly Gen<string> Record =
        from row in Gen.Frequency((5, LogRows.Plain), (1, LogRows.Odd))
        from module in Gen.OneOf("", "", "edgeAgent", "edgeHub")
        from layout in Gen.OneOf("storage export", "storage export, other case", "queried rows per line")
        select Written(row with { ModuleId = row.ModuleId + module }, layout);

    [Fact]
    public void Rows_that_differ_in_what_varies_share_a_shape()
    {
        var first = LogRows.Fixed(1)[0] with { ModuleId = "edgeAgent", SdkVersion = "c/1.3.0(FreeRTOS)" };
        var other = first with
        {
            Ticks = first.Ticks + 12345,
            DeviceId = "another",
            ModuleId = "m",
            MaskedIpAddress = "198.51.100.XXX",
            SdkVersion = "py-azure-iot-device/2.12.0",
        };
        var shapes = new RowShapes();
        Learn(shapes, Written(first));
        var text = Encoding.UTF8.GetBytes(Written(other));
        var row = default(Row);
        Assert.Equal(text.Length, shapes.Read(text, ref row));
        Assert.Equal(other, LogRow.Of(row.Record) with { Ticks = other.Ticks });
        Assert.NotNull(row.Record.Shape);
    }

    [Fact]
    public void What_fits_a_shape_the_thorough_way_reads_the_same()
    {
        var thorough = new JsonRowReader(new Scratch());
        var taken = 0;
        Gen.Select(Record.Array[1, 12], Gen.Int[0, 2], Gen.Int[0, int.MaxValue])
            .Sample(
                (records, changes, seed) =>
                {
                    var random = new Random(seed);
                    var shapes = new RowShapes();
                    foreach (var record in records)
                        Learn(shapes, record);
                    foreach (var record in records)
                    {
                        var text = Damage.Apply(Encoding.UTF8.GetBytes(record + "\n" + records[0]), changes, random);
                        var fast = default(Row);
                        var length = text.Length == 0 ? 0 : shapes.Read(text, ref fast);
                        if (length == 0)
                            continue;
                        taken++;
                        var slow = default(Row);
                        var read = thorough.Read(text, false, ref slow, out var expected);
                        Assert.True(read == JsonRead.Row, $"{read} {thorough.Error} {Encoding.UTF8.GetString(text)}");
                        Assert.Equal(expected, length);
                        Assert.Null(slow.PropertiesError);
                        if (slow.Record.ResourceId.IsEmpty)
                            slow.Record.ResourceId = slow.UnderscoreResourceId;
                        Assert.Equal("Connections", Encoding.UTF8.GetString(slow.Category));
                        Assert.Equal(Encoding.UTF8.GetString(slow.Time), Encoding.UTF8.GetString(fast.Time));
                        Assert.Equal(LogRow.Of(slow.Record), LogRow.Of(fast.Record));
                    }
                },
                iter: 2_000,
                threads: 1
            );
        Assert.True(taken > 2_000, $"only {taken} records fitted a shape");
    }

    [Fact]
    public void Rows_without_end_of_new_shapes_keep_no_shape_from_being_learned()
    {
        var shapes = new RowShapes();
        var plain = LogRows.Fixed(1)[0];
        for (var i = 0; i < 5_000; i++)
            Learn(shapes, Written(plain with { Level = $"level {i}", Protocol = new string('p', i % 50) }));

        var text = Encoding.UTF8.GetBytes(Written(plain));
        var row = default(Row);
        var misses = 0;
        for (; shapes.Read(text, ref row) == 0; misses++)
            Learn(shapes, Written(plain));
        Assert.InRange(misses, 1, 1_100);
    }

    private static void Learn(RowShapes shapes, string record)
    {
        var text = Encoding.UTF8.GetBytes(record);
        var row = default(Row);
        var length = new QuickRow().Read(text, ref row);
        if (length > 0 && new RowReceiver(new NoSink(), new RangeTally()).Take(ref row, 1) == RowOutcome.HandedOn)
            shapes.Learn(text.AsSpan(0, length), row);
    }

    private static string Written(LogRow row, string layout = "storage export") =>
        LogLayout.Of(layout).Write([row]).TrimEnd('\n');

    private sealed class NoSink : ILogRecordSink
    {
        public void Add(scoped in LogRecord record) { }
    }
}
