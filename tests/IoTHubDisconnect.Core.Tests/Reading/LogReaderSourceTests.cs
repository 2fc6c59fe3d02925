using System.Text;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Sources that cannot be read, or not to their end.</summary>
public sealed class LogReaderSourceTests
{
    private static readonly LogRow[] Rows = LogRows.Fixed(300);

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(LogLayout.Of("storage export").Write(Rows));

    public static TheoryData<Exception, string> Failures() =>
        new()
        {
            { new UnauthorizedAccessException("no"), "read permission" },
            { new FileNotFoundException("no"), "not there any more" },
            { new IOException("Disk on fire."), "Disk on fire. See" },
            { new TimeoutException("Too slow"), "Too slow" },
            { new OperationCanceledException("Called off elsewhere"), "Called off elsewhere" },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_source_that_does_not_open_costs_no_other(Exception failure, string words)
    {
        var reading = new LogReading { Threads = 2 }.Read([
            Good("a"),
            new LogSource("b", 1, _ => throw failure),
            Good("c"),
        ]);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(
            (LogProblemKind.Unreadable, "b", 0, failure),
            (problem.Kind, problem.Path, problem.Line, problem.Exception)
        );
        Assert.StartsWith("b: ", problem.Message);
        Assert.Contains(words, problem.Message);
        Assert.Equal(600, reading.Rows.Count);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Rows_before_a_failure_are_read(Exception failure, string words)
    {
        var line = 1 + Content.AsSpan(0, 50_000).Count((byte)'\n');
        var reading = new LogReading { WindowLength = 1000 }.Read([
            new LogSource("b", null, _ => new FailingStream(Content[..50_000], failure)),
            Good("c"),
        ]);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((LogProblemKind.Unreadable, line), (problem.Kind, problem.Line));
        Assert.Contains($"b, line {line}: ", problem.Message);
        Assert.Contains(words, problem.Message);
        Assert.Equal(line - 1 + 300, reading.Rows.Count);
    }

    [Fact]
    public void A_file_that_vanished_is_told()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var reading = new LogReading().Read([LogSource.OfFile(path), Good("c")]);
        Assert.Equal(LogProblemKind.Unreadable, Assert.Single(reading.Problems).Kind);
        Assert.Equal(300, reading.Rows.Count);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    [InlineData(0.9999)]
    public void Rows_before_the_end_of_cut_compressed_data_are_read(double part)
    {
        var zipped = LogPackaging.Gzip(Content);
        var reading = LogReading.Of(zipped[..(int)(zipped.Length * part)]);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(LogProblemKind.Unreadable, problem.Kind);
        Assert.Contains("cut off", problem.Message);
        Assert.Equal(Rows.Take(reading.Rows.Count), reading.Rows);
        Assert.InRange(reading.Rows.Count, (int)(300 * (part - 0.06)), 300);
    }

    [Fact]
    public void Compressed_data_cut_anywhere_are_told()
    {
        var zipped = LogPackaging.Gzip(Content);
        for (var length = 3; length < zipped.Length; length += 311)
            Assert.Contains(
                LogReading.Of(zipped[..length]).Problems,
                problem => problem.Kind == LogProblemKind.Unreadable
            );
    }

    [Fact]
    public void Rows_before_damage_in_compressed_data_are_read()
    {
        var half = LogPackaging.Gzip(Content);
        byte[] damaged = [.. half, .. half];
        damaged[half.Length + 100] ^= 0x55;
        var reading = LogReading.Of(damaged);
        Assert.Equal(Rows, reading.Rows.Take(300));
        Assert.Equal(LogProblemKind.Unreadable, reading.Problems[0].Kind);
        Assert.Contains("damaged", reading.Problems[0].Message);
    }

    [Fact]
    public void What_follows_compressed_data_is_no_matter() =>
        Assert.Equal(Rows, LogReading.Of([.. LogPackaging.Gzip(Content), .. new byte[512]]).Rows);

    private static LogSource Good(string name) => new(name, Content.Length, _ => new MemoryStream(Content));

    private sealed class FailingStream(byte[] content, Exception failure) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw failure : base.ReadAsync(buffer, cancellationToken);
    }
}
