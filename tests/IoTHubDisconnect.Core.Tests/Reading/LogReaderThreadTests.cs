using System.Text;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class LogReaderThreadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        LogLayout.Of("storage export").Write(LogRows.Fixed(50)) + "broken\n"
    );

    [Fact]
    public void Problems_and_progress_come_on_the_calling_thread_in_the_order_of_the_files()
    {
        var problems = new List<LogProblem>();
        var progress = new List<LogReadProgress>();
        var threads = new HashSet<int>();
        var options = new LogReaderOptions
        {
            SinkFactory = () => new Sink(() => Thread.Sleep(1)),
            Report = problem => Note(problems, problem),
            Progress = step => Note(progress, step),
            Threads = 4,
        };
        var sources = Enumerable.Range(0, 20).Select(i => Source($"{i:D2}")).ToArray();
        var statistics = new LogReader(options).Read(sources, default);

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
        Assert.Equal(sources.Select(source => source.Name), problems.Select(problem => problem.Path));
        Assert.Equal(new LogReadProgress(20, 20, 20 * Content.Length, 20 * Content.Length, 1000), progress[^1]);
        Assert.Equal(new LogReadStatistics(20, 20 * Content.Length, 1000, 0, 20), statistics);

        void Note<T>(List<T> notes, T note)
        {
            notes.Add(note);
            threads.Add(Environment.CurrentManagedThreadId);
        }
    }

    [Fact]
    public void Each_thread_has_a_sink_of_its_own()
    {
        var sinks = new List<OwnedSink>();
        var options = new LogReaderOptions
        {
            SinkFactory = () =>
            {
                sinks.Add(new OwnedSink());
                return sinks[^1];
            },
            Report = _ => { },
            Threads = 3,
        };
        new LogReader(options).Read(Enumerable.Range(0, 30).Select(i => Source($"{i}")).ToArray(), default);
        Assert.Equal(3, sinks.Count);
        Assert.Equal(1500, sinks.Sum(sink => sink.Count));
        Assert.All(sinks, sink => Assert.InRange(sink.Threads.Count, 0, 1));
    }

    [Fact]
    public async Task Reading_stops_when_called_off_between_rows()
    {
        using var cancellation = new CancellationTokenSource();
        var rows = 0;
        var reading = Start(
            new Sink(() =>
            {
                if (++rows == 10)
                    cancellation.Cancel();
            }),
            new LogSource("endless", null, _ => new RepeatingStream([], Content, int.MaxValue, [])),
            cancellation.Token
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
    }

    [Theory]
    [InlineData("{\"time\":\"")]
    [InlineData("[")]
    [InlineData("TimeGenerated,OperationName,properties_s\n\"")]
    [InlineData("")]
    public async Task Reading_stops_when_called_off_within_a_line_without_end(string begin)
    {
        using var cancellation = new CancellationTokenSource();
        var stream = new RepeatingStream(Encoding.UTF8.GetBytes(begin), "{\"a\":{"u8.ToArray(), int.MaxValue, []);
        var reading = Start(new Sink(() => { }), new LogSource("endless", null, _ => stream), cancellation.Token);
        cancellation.CancelAfter(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
    }

    [Fact]
    public async Task Reading_stops_when_called_off_while_threads_wait_for_work()
    {
        const long roomForManyThreads = 1L << 30;
        using var cancellation = new CancellationTokenSource();
        var reading = Start(
            new Sink(() => { }),
            new LogSource("endless", roomForManyThreads, _ => new RepeatingStream([], Content, int.MaxValue, [])),
            cancellation.Token
        );
        cancellation.CancelAfter(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
    }

    [Fact]
    public async Task Reading_stops_when_called_off_while_a_source_hangs()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = Start(
            new Sink(() => { }),
            new LogSource("hanging", null, _ => new HangingStream()),
            cancellation.Token
        );
        cancellation.CancelAfter(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
    }

    [Fact]
    public void What_a_sink_throws_comes_out_and_ends_all()
    {
        var options = new LogReaderOptions
        {
            SinkFactory = () => new Sink(() => throw new InvalidOperationException("full")),
            Report = _ => { },
            Threads = 3,
        };
        var error = Assert.Throws<InvalidOperationException>(() =>
            new LogReader(options).Read([Source("a"), Source("b")], default)
        );
        Assert.Equal("full", error.Message);
    }

    [Fact]
    public void What_the_report_throws_comes_out()
    {
        var options = new LogReaderOptions
        {
            SinkFactory = () => new Sink(() => { }),
            Report = _ => throw new InvalidOperationException("stop"),
            Threads = 2,
        };
        Assert.Throws<InvalidOperationException>(() =>
            new LogReader(options).Read([Source("a"), Source("b")], default)
        );
    }

    [Fact]
    public void No_source_is_no_problem() =>
        Assert.Equal(new LogReadStatistics(0, 0, 0, 0, 0), new LogReading().Read(Array.Empty<LogSource>()).Statistics);

    private static Task Start(ILogRecordSink sink, LogSource source, CancellationToken cancellation) =>
        Task.Run(
            () =>
                new LogReader(new LogReaderOptions { SinkFactory = () => sink, Report = _ => { } }).Read(
                    [source],
                    cancellation
                ),
            CancellationToken.None
        );

    private static LogSource Source(string name) => new(name, Content.Length, _ => new MemoryStream(Content));

    private sealed class Sink(Action act) : ILogRecordSink
    {
        public void Add(scoped in LogRecord record) => act();
    }

    private sealed class OwnedSink : ILogRecordSink
    {
        public HashSet<int> Threads { get; } = [];

        public int Count { get; private set; }

        public void Add(scoped in LogRecord record)
        {
            Count++;
            Threads.Add(Environment.CurrentManagedThreadId);
        }
    }

    private sealed class HangingStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
