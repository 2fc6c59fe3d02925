using System.Text;
using CsCheck;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>The quick way and the thorough way of reading a record must not differ.</summary>
public sealed class QuickRowTests
{
    private static readonly Gen<string> Record =
        from row in LogRows.Any
        from layout in Gen.OneOf(LogLayout.All.Take(6).ToArray())
        select layout.Write([row]).TrimEnd('\n', ',');

    [Fact]
    public void The_quick_way_takes_the_records_of_Azure_Monitor() =>
        LogRows.Plain.Sample(row =>
        {
            var text = Encoding.UTF8.GetBytes(LogLayout.Of("storage export").Write([row]));
            var read = default(Row);
            Assert.Equal(text.Length - 1, new QuickRow().Read(text, ref read));
            Assert.Equal(row, LogRow.Of(read.Record) with { Ticks = row.Ticks });
        });

    [Fact]
    public void What_the_quick_way_takes_the_thorough_way_reads_the_same()
    {
        var quick = new QuickRow();
        var thorough = new JsonRowReader(new Scratch());
        var taken = 0;
        Gen.Select(Record, Record, Gen.Int[0, 3], Gen.Int[0, int.MaxValue])
            .Sample(
                (record, other, changes, seed) =>
                {
                    var text = Damage.Apply(Encoding.UTF8.GetBytes(record + "\n" + other), changes, new Random(seed));
                    if (text.Length == 0 || text[0] != (byte)'{')
                        return;
                    var fast = default(Row);
                    var length = quick.Read(text, ref fast);
                    if (length == 0)
                        return;
                    Interlocked.Increment(ref taken);
                    var slow = default(Row);
                    var read = thorough.Read(text, false, ref slow, out var expected);
                    Assert.True(read == JsonRead.Row, $"{read} {thorough.Error} {Encoding.UTF8.GetString(text)}");
                    Assert.Equal(expected, length);
                    Assert.Null(slow.PropertiesError);
                    Assert.Equal(Text(slow), Text(fast));
                },
                iter: 5_000,
                threads: 1
            );
        Assert.True(taken > 500, $"only {taken} records went the quick way");
    }

    private static string Text(scoped in Row row) =>
        string.Join(
            '|',
            LogRow.Of(row.Record).ToString(),
            Encoding.UTF8.GetString(row.Time),
            Encoding.UTF8.GetString(row.Category),
            Encoding.UTF8.GetString(row.UnderscoreResourceId),
            Encoding.UTF8.GetString(row.Resource)
        );
}
