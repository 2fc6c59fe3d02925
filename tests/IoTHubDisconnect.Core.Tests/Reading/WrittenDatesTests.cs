using System.Globalization;
using System.Text;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>
/// Days and months as figures: their order is found from the whole file, and is the same for all its rows.
/// </summary>
public sealed class WrittenDatesTests
{
    private static readonly DateTime Start = new(2026, 8, 7, 10, 0, 0);

    /// <summary>How a culture writes times, and whether it is sure even within a day.</summary>
    public static TheoryData<string, string, bool> Cultures() =>
        new()
        {
            { "en-US", "M/d/yyyy, h:mm:ss.fff tt", true },
            { "en-US of Excel", "M/d/yyyy h:mm:ss tt", true },
            { "en-GB", "dd/MM/yyyy HH:mm:ss.fff", false },
            { "en-GB with a comma", "dd/MM/yyyy, HH:mm:ss.fff", false },
            { "de-DE", "dd.MM.yyyy, HH:mm:ss,fff", true },
            { "tr-TR", "d.MM.yyyy HH:mm:ss", true },
            { "nl-NL", "d-M-yyyy HH:mm:ss", true },
            { "ja-JP", "yyyy/M/d H:mm:ss.fff", true },
        };

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_order_is_found(string culture, string format, bool isSure)
    {
        // Three days, which their distance tells; two weeks, in which a figure is above 12; downwards, as the portal
        // sorts; one hour.
        foreach (var (hours, isDown) in ((int, bool)[])[(1, false), (20, false), (20, true)])
        {
            var times = Enumerable.Range(0, 18).Select(i => Start.AddHours(i * hours)).ToArray();
            if (isDown)
                Array.Reverse(times);
            Check(culture, format, times);
        }
        var hour = Read(Csv(format, [Start, Start.AddMinutes(1)]));
        Assert.Equal(isSure ? [] : [LogProblemKind.AmbiguousDate], hour.Problems.Select(p => p.Kind));
        Assert.Equal(Start, new DateTime(hour.Rows[0].Ticks));
    }

    [Fact]
    public void A_proof_far_down_counts_for_the_first_row()
    {
        var times = Enumerable.Range(0, 20_000).Select(_ => Start).Append(Start.AddDays(20)).ToArray();
        Check("far", "dd/MM/yyyy HH:mm:ss", times);
    }

    [Fact]
    public void Both_orders_in_one_file_are_told()
    {
        var reading = Read(
            Csv("dd/MM/yyyy HH:mm:ss", [Start.AddDays(20)])
                + Csv("MM/dd/yyyy HH:mm:ss", [Start.AddDays(20)]).Split('\n')[1]
                + "\n"
        );
        Assert.Contains(LogProblemKind.AmbiguousDate, reading.Problems.Select(p => p.Kind));
    }

    [Theory]
    [InlineData(LogDateOrder.DayFirst, 8)]
    [InlineData(LogDateOrder.MonthFirst, 7)]
    public void Who_knows_the_order_says_it(LogDateOrder order, int month)
    {
        var reading = new LogReading { DateOrder = order }.ReadFile(
            Encoding.UTF8.GetBytes(Csv("dd/MM/yyyy HH:mm:ss", [Start]))
        );
        Assert.Empty(reading.Problems);
        Assert.Equal(month, new DateTime(Assert.Single(reading.Rows).Ticks).Month);
    }

    [Theory]
    [InlineData("[UTC]", 0)]
    [InlineData("[UTC+3]", 3)]
    [InlineData("[UTC-05:30]", -5.5)]
    [InlineData("[UTC\u22128]", -8)]
    public void The_zone_that_a_column_names_is_its_rows(string zone, double hours)
    {
        var reading = Read(Csv("M/d/yyyy, h:mm:ss.fff tt", [Start]).Replace("TimeGenerated", $"TimeGenerated {zone}"));
        Assert.Empty(reading.Problems);
        Assert.Equal(Start.AddHours(-hours), new DateTime(reading.Rows[0].Ticks));
    }

    [Theory]
    [InlineData("yyyy-MM-ddTHH:mm:ss'-05:00'", 5)]
    [InlineData("yyyy-MM-ddTHH:mm:ss'+03:00'", -3)]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fffffff'Z'", 0)]
    [InlineData("M/d/yyyy h:mm:ss tt '-05:00'", 5)]
    [InlineData("ddd, dd MMM yyyy HH:mm:ss 'GMT'", 0)]
    public void An_offset_that_a_row_names_is_taken_once(string format, double hours)
    {
        foreach (var zone in (string[])["[UTC]", "[UTC-5]", "[UTC+3]", "[Local Time]"])
        {
            var reading = Read(Csv(format, [Start]).Replace("TimeGenerated", $"TimeGenerated {zone}"));
            Assert.Equal((zone, Start.AddHours(hours)), (zone, new DateTime(reading.Rows[0].Ticks)));
        }
    }

    private static void Check(string name, string format, DateTime[] times)
    {
        foreach (
            var content in (byte[][])
                [
                    Encoding.UTF8.GetBytes(Csv(format, times)),
                    LogPackaging.Gzip(Encoding.UTF8.GetBytes(Csv(format, times))),
                    Encoding.UTF8.GetBytes(Json(format, times)),
                ]
        )
        {
            var reading = new LogReading { RangeLength = 1000 }.ReadFile(content);
            Assert.True(reading.Problems.Count == 0, $"{name}: {string.Join('\n', reading.Problems)}");
            Assert.Equal(times, reading.Rows.Select(row => new DateTime(row.Ticks)));
        }
    }

    private static LogReading Read(string csv) => new LogReading().ReadFile(Encoding.UTF8.GetBytes(csv));

    private static string Csv(string format, DateTime[] times) =>
        "TimeGenerated,OperationName,Level,properties_s\n"
        + string.Concat(
            times.Select(time =>
                $"\"{time.ToString(format, CultureInfo.InvariantCulture)}\",deviceConnect,Information,"
                + $"\"{{\"\"deviceId\"\":\"\"d\"\"}}\"\n"
            )
        );

    private static string Json(string format, DateTime[] times) =>
        string.Join(
            '\n',
            times.Select(time =>
                $$"""{"TimeGenerated":"{{time.ToString(format, CultureInfo.InvariantCulture)}}","OperationName":"deviceConnect","Level":"Information","properties_s":"{\"deviceId\":\"d\"}"}"""
            )
        );
}
