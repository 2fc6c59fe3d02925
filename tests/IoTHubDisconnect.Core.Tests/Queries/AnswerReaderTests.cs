using System.Text;
using IoTHubDisconnect.Events;
using IoTHubDisconnect.Logs.Rows;
using IoTHubDisconnect.Queries;

namespace IoTHubDisconnect.Core.Tests.Queries;

/// <summary>An answer is whole or it is none.</summary>
public sealed class AnswerReaderTests
{
    private const string Columns =
        """[{"name":"TimeGenerated","type":"datetime"},{"name":"ResourceId","type":"string"},{"name":"OperationName","type":"string"},{"name":"Level","type":"string"},{"name":"ResultType","type":"string"},{"name":"ResultDescription","type":"string"},{"name":"properties_s","type":"string"}]""";
    private const string Row =
        """["2026-11-16T01:00:00Z","/H","deviceConnect","Information","","","{\"deviceId\":\"a ] \\\"b\",\"protocol\":\"Mqtt\"}"]""";

    private static string Whole =>
        $"{{\"tables\":[{{\"name\":\"PrimaryResult\",\"columns\":{Columns},\"rows\":[{Row},{Row}]}}],"
        + "\"statistics\":{\"query\":{\"a\":[1,2]}}}";

    [Fact]
    public void Rows_of_a_whole_answer_are_taken() => Assert.Equal((null, 2), Read(Whole));

    [Fact]
    public void White_space_is_of_no_concern() =>
        Assert.Equal(
            (null, 2),
            Read(
                Whole
                    .Replace(",[", " ,\r\n [")
                    .Replace(":", " : ")
                    .Replace("2026-11-16T01 : 00 : 00Z", "2026-11-16T01:00:00Z")
            )
        );

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

    private static (string? Remark, long Rows) Read(string answer)
    {
        var tally = new RangeTally();
        using var reader = new AnswerReader(
            new MemoryStream(Encoding.UTF8.GetBytes(answer)),
            new RowReceiver(new EventRecorder(new EventStore(), new EventDraft()), tally),
            CancellationToken.None
        );
        return (reader.Read()?.Message, tally.Rows + tally.BrokenRows);
    }
}
