using System.Text;
using IoTHubDisconnect.Reading.Events;
using IoTHubDisconnect.Reading.Rows;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Core.Tests.Sources.Queries;

/// <summary>An answer is whole or it is none.</summary>
public sealed class AnswerReaderTests
{
    private const string Columns =
        """[{"name":"ResourceId","type":"string"},{"name":"OperationName","type":"string"},{"name":"Level","type":"string"},{"name":"ResultType","type":"string"},{"name":"ResultDescription","type":"string"},{"name":"properties_s","type":"string"},{"name":"Untold","type":"bool"},{"name":"Rows","type":"long"},{"name":"Times","type":"dynamic"}]""";
    private const string Row =
        """["/H","deviceConnect","Information","","","{\"deviceId\":\"a ] \\\"b\",\"protocol\":\"Mqtt\"}",false,1,"[36000000000]"]""";

    private static readonly DateTimeOffset Midnight = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    private static string Whole =>
        $"{{\"tables\":[{{\"name\":\"PrimaryResult\",\"columns\":{Columns},\"rows\":[{Row},{Row}]}}],"
        + "\"statistics\":{\"query\":{\"a\":[1,2]}}}";

    [Fact]
    public void Rows_of_a_whole_answer_are_taken() => Assert.Equal((null, 2), Read(Whole));

    [Fact]
    public void White_space_is_of_no_concern() =>
        Assert.Equal((null, 2), Read(Whole.Replace(",[", " ,\r\n [").Replace(":", " : ")));

    [Theory]
    [InlineData("""{"tables":[{"name":"PrimaryResult","columns":[],"rows":[]}]}""", 0)]
    [InlineData(
        """{"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"x"}],"Rows":[["y"]]}],"Exceptions":[]}""",
        0
    )]
    public void An_answer_without_log_rows_is_whole_too(string answer, int rows) =>
        Assert.Equal((null, rows), Read(answer));

    [Theory]
    [InlineData(
        """{"code":"PartialError","message":"outer","details":[{"code":"EngineError","innererror":{"message":"too many records"}}]}""",
        "too many records"
    )]
    [InlineData("""{"code":"PartialError","message":"outer"}""", "outer")]
    public void A_remark_beside_the_tables_is_given_back(string error, string message)
    {
        Assert.Equal((message, 2), Read(Whole[..^1] + $",\"error\":{error}}}"));
        Assert.Equal((message, 2), Read($"{{\"error\":{error}," + Whole[1..]));
    }

    [Fact]
    public void Cut_anywhere_it_is_none()
    {
        for (var length = 0; length < Whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(Whole[..length]));
    }

    [Fact]
    public void With_any_byte_lost_it_is_none_or_still_has_its_rows()
    {
        for (var at = 0; at < Whole.Length; at++)
        {
            try
            {
                Assert.InRange(Read(Whole.Remove(at, 1)).Rows, 0, 2);
            }
            catch (InvalidDataException) { }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("<html>proxy</html>")]
    [InlineData("[]")]
    [InlineData("""{"tables":[{"rows":[["a"]],"columns":[]}]}extra""")]
    [InlineData("""{"message":"hello"}""")]
    public void Something_else_is_none(string answer) => Assert.Throws<InvalidDataException>(() => Read(answer));

    [Theory]
    [InlineData("\"[0,10000000,0]\"", 3, "0 1 0")]
    [InlineData("[0,10000000,0]", 3, "0 1 0")]
    [InlineData("\"[\\r\\n  10000000,\\n  20000000\\n]\"", 2, "1 2")]
    [InlineData("\"[]\"", 0, "")]
    public void Rows_are_unpacked_with_all_their_times(string times, int rows, string seconds)
    {
        var (lack, read) = Unpack(Whole.Replace($"{Row},{Row}", Packed(times, rows)));

        Assert.Null(lack);
        Assert.Equal(seconds, string.Join(' ', read.Select(r => (r.Ticks - Midnight.Ticks) / TimeSpan.TicksPerSecond)));
        Assert.All(read, r => Assert.Equal((EventKind.Connected, ConnectionEvent.NoCode), (r.Kind, r.Code)));
    }

    [Fact]
    public void Rows_without_their_times_are_missed()
    {
        var (lack, _) = Unpack(Whole.Replace($"{Row},{Row}", $"{Packed("[1,2]", 70_000)},{Row}"));

        Assert.Equal(70_000, lack!.Alike);
    }

    [Theory]
    [InlineData("[1,2,3]", 2)]
    [InlineData("[-1]", 1)]
    [InlineData("[null]", 1)]
    [InlineData("\"x\"", 1)]
    [InlineData("[9223372036854775807]", 1)]
    public void Times_that_cannot_be_spoil_the_answer(string times, int rows) =>
        Assert.Throws<InvalidDataException>(() => Unpack(Whole.Replace($"{Row},{Row}", Packed(times, rows))));

    [Theory]
    [InlineData("true", ConnectionEvent.UntoldCode)]
    [InlineData("1", ConnectionEvent.UntoldCode)]
    [InlineData("0", ConnectionEvent.NoCode)]
    public void A_table_without_columns_for_errors_tells_of_none(string untold, int code)
    {
        var row = Row.Replace("Information", "").Replace("false", untold);

        Assert.Equal(code, Assert.Single(Unpack(Whole.Replace($"{Row},{Row}", row)).Rows).Code);
    }

    [Fact]
    public void Rows_of_another_kind_count_once_their_answer_is_whole()
    {
        var other = Row.Replace("deviceConnect", "deviceSomething").Replace(",1,", ",3,").Replace("[36", "[1,2,36");
        using var store = new EventStore();
        var recorder = new EventRecorder(store, new EventDraft());
        Read(Whole.Replace($"{Row},{Row}", other), recorder, new RangeTally());
        recorder.Discard();
        Read(Whole.Replace($"{Row},{Row}", other), recorder, new RangeTally());
        recorder.Commit();
        recorder.Complete();

        Assert.Equal(3, store.Tally.Others.Count);
    }

    private static string Packed(string times, int rows) =>
        Row.Replace("\"[36000000000]\"", times).Replace(",1,", $",{rows},");

    private static (AnswerLack? Lack, ConnectionEvent[] Rows) Unpack(string answer)
    {
        using var store = new EventStore();
        var recorder = new EventRecorder(store, new EventDraft());
        var lack = Read(answer, recorder, new RangeTally());
        recorder.Commit();
        recorder.Complete();
        var rows = Array.Empty<ConnectionEvent>();
        store.Era = RowDays.EraOf([recorder.Days]);
        var count = store.Take(0, ref rows);
        return (lack, rows[..count]);
    }

    private static (string? Remark, long Rows) Read(string answer)
    {
        var tally = new RangeTally();
        var lack = Read(answer, new EventRecorder(new EventStore(), new EventDraft()), tally);
        return (lack?.Message, tally.Rows + tally.BrokenRows);
    }

    private static AnswerLack? Read(string answer, EventRecorder recorder, RangeTally tally)
    {
        using var reader = new AnswerReader(
            new MemoryStream(Encoding.UTF8.GetBytes(answer)),
            new RowReceiver(recorder, tally),
            Midnight,
            CancellationToken.None
        );
        return reader.Read();
    }
}
