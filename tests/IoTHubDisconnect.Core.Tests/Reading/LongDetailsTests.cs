using System.Text;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>What problems quote of a log is cut where it is long, and says so.</summary>
public sealed class LongDetailsTests
{
    private static readonly LogRow Row = LogRows.Fixed(1)[0];

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void A_time_that_is_none_is_quoted(int length, bool isCut)
    {
        var time = new string('x', length);
        var problem = Assert.Single(LogReading.Of(With("time", time)).Problems);
        Assert.Contains(isCut ? $"'{time[..40]}…'" : $"'{time}'", problem.Message);
    }

    [Theory]
    [InlineData(4, "C0, C1, C2, C3")]
    [InlineData(5, "C0, C1, C2, C3, C4, …")]
    [InlineData(7, "C0, C1, C2, C3, C4, …")]
    public void Other_categories_are_named(int count, string names)
    {
        var rows = Enumerable.Range(0, count).Select(i => With("category", $"C{i}"));
        var problem = Assert.Single(LogReading.Of(string.Concat(rows) + With("category", "Connections")).Problems);
        Assert.Contains(names, problem.Message);
        Assert.DoesNotContain($"{names},", problem.Message);
    }

    [Fact]
    public void A_long_category_is_named_by_its_beginning()
    {
        var name = new string('c', 64);
        var text = With("category", name + "d") + With("category", name + "e") + With("category", "Connections");
        var message = Assert.Single(LogReading.Of(text).Problems).Message;
        Assert.Contains(name, message);
        Assert.DoesNotContain(name + "d", message);
        Assert.DoesNotContain($"{name}, {name}", message);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void Columns_are_named_where_one_is_missing(int count, bool isCut)
    {
        var columns = string.Join(',', Enumerable.Range(1, count - 1).Select(i => $"c{i}").Prepend("TimeGenerated"));
        var message = LogReading.Of($"{columns}\n2026-11-16T01:58:36Z\n").Problems[0].Message;
        Assert.Contains(isCut ? "c39, …. " : "c39. ", message);
    }

    private static string With(string name, string value)
    {
        var record = RecordJson.Exported(Row, RecordJson.Compact);
        record[name] = value;
        return record.ToJsonString(RecordJson.Compact) + "\n";
    }
}
