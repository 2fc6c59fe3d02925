using System.Text;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>
/// Whatever happens to one row of a file, the others are read. Seeded by the day, and a failure comes again.
/// </summary>
public sealed class LogReaderFuzzTests
{
    private const int Rounds = 60;

    public static TheoryData<string> Layouts() => new(LogLayout.All.Select(layout => layout.Name));

    public static TheoryData<string> LayoutsWithRowPerLine() =>
        new(
            "storage export",
            "storage export, properties as object",
            "array with a row per line",
            "envelope with a row per line",
            "queried rows per line",
            "CSV",
            "CSV with semicolons",
            "CSV with tabs",
            "CSV of the portal"
        );

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Rows_around_damage_are_read(string name)
    {
        var layout = LogLayout.Of(name);
        var rows = Marked(12);
        var content = Encoding.UTF8.GetBytes(layout.Write(rows));
        Seeds.Try(
            Rounds,
            seed =>
            {
                var random = new Random(seed);
                var hit = random.Next(rows.Length);
                var (start, end) = Place(content, hit);
                var at = random.Next(start, end);
                var damaged = Damage.Change(content, at, random.Next(1, end - at + 1), random);

                var reading = new LogReading { WindowLength = random.Next(1, 3) * 500 }.Read(damaged);
                var read = reading.Rows.ToHashSet();
                var others = rows.Where((_, i) => i != hit);
                Assert.True(
                    others.All(read.Contains),
                    $"{string.Join(' ', others.Where(row => !read.Contains(row)).Select(row => row.DeviceId))} "
                        + $"lost in\n{Encoding.UTF8.GetString(damaged)}"
                );
            }
        );
    }

    [Theory]
    [InlineData("storage export")]
    [InlineData("storage export, commas at line ends")]
    [InlineData("one object after another")]
    [InlineData("array")]
    [InlineData("array with a row per line")]
    [InlineData("envelope")]
    [InlineData("envelope with a row per line")]
    [InlineData("envelopes per line")]
    [InlineData("envelopes after another")]
    public void Rows_are_read_whatever_stands_between_them(string name)
    {
        var rows = Marked(6);
        var content = Encoding.UTF8.GetBytes(LogLayout.Of(name).Write(rows));
        Seeds.Try(
            Rounds,
            seed =>
            {
                var random = new Random(seed);
                var damaged = Damage.Apply(content, random.Next(1, 4), random);
                var whole = rows.Where(row => damaged.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Written(row))) >= 0)
                    .ToArray();

                var reading = new LogReading { WindowLength = random.Next(1, 3) * 500 }.Read(damaged);
                var lost = whole.Except(reading.Rows).Select(row => row.DeviceId);
                Assert.True(!lost.Any(), $"{string.Join(' ', lost)} lost in\n{Encoding.UTF8.GetString(damaged)}");
            }
        );
    }

    [Theory]
    [MemberData(nameof(LayoutsWithRowPerLine))]
    public void Problems_name_the_line_that_is_damaged(string name)
    {
        var rows = Marked(30);
        var content = Encoding.UTF8.GetBytes(LogLayout.Of(name).Write(rows));
        Seeds.Try(
            Rounds,
            seed =>
            {
                var random = new Random(seed);
                var damaged = content.ToArray();
                var lines = new HashSet<long>();
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    var (start, end) = Place(content, random.Next(rows.Length));
                    var at = random.Next(start, end);
                    damaged[at] = "\"x\\,{"u8[random.Next(5)];
                    lines.Add(1 + content.AsSpan(0, start).Count((byte)'\n'));
                }
                var zip = seed % 3 == 0;
                var reading = new LogReading
                {
                    WindowLength = 700,
                    RangeLength = 3000,
                    Threads = 1 + (seed % 3),
                }.ReadFile(zip ? LogPackaging.Gzip(damaged) : damaged);
                Assert.All(
                    reading.Problems,
                    problem =>
                        Assert.True(
                            lines.Contains(problem.Line),
                            $"{problem.Message} not among {string.Join(' ', lines)}"
                        )
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Nothing_makes_the_reader_throw(string name)
    {
        var text = LogLayout.Of(name).Write([.. LogRows.Fixed(6), .. LogRows.Fixed(6, LogRows.Odd)]);
        var contents = LogPackaging.All.Values.Select(package => package(text)).ToArray();
        Seeds.Try(
            Rounds,
            seed =>
            {
                var random = new Random(seed);
                var damaged = Damage.Apply(contents[random.Next(contents.Length)], random.Next(1, 12), random);
                var reading = new LogReading
                {
                    WindowLength = random.Next(1, 2000),
                    LongestRow = random.Next(1, 3) * 1000,
                }.Read(damaged);
                Assert.All(reading.Problems, problem => Assert.StartsWith("log", problem.Message));
                Assert.InRange(reading.Problems.Count, 0, 25);
                Assert.DoesNotContain(
                    reading.Problems,
                    problem =>
                        problem.Exception is NullReferenceException or IndexOutOfRangeException or ArgumentException
                );
            }
        );
    }

    private static LogRow[] Marked(int count) =>
        LogRows
            .Fixed(count)
            .Select(
                (row, i) =>
                    row with
                    {
                        ResourceId = row.ResourceId + Mark(i),
                        DeviceId = row.DeviceId + Mark(i),
                        MaskedIpAddress = row.MaskedIpAddress + Mark(i),
                        SdkVersion = row.SdkVersion + Mark(i),
                    }
            )
            .ToArray();

    private static string Written(LogRow row) =>
        RecordJson.Exported(row, RecordJson.Compact).ToJsonString(RecordJson.Compact);

    private static string Mark(int row) => $"m{row:D3}m";

    /// <summary>Where text is that is surely a row's own.</summary>
    private static (int Start, int End) Place(byte[] content, int row)
    {
        var mark = Encoding.UTF8.GetBytes(Mark(row));
        return (content.AsSpan().IndexOf(mark), content.AsSpan().LastIndexOf(mark));
    }
}
