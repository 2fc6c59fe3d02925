using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Logs made to take long: with what is linear, each is a matter of a moment; without, of minutes.</summary>
public sealed class HostileShapeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Torn_quotes_that_lead_from_line_to_line_cost_one_line_each()
    {
        const int lines = 200_000;
        var text = new StringBuilder("TimeGenerated,OperationName,Category,ResultType,properties_s\n");
        for (var i = 0; i < lines; i++)
            text.Append("a,\"\n");

        var reading = await InTime(() => LogReading.Of(text.ToString()));

        Assert.InRange(reading.Statistics!.BrokenRows, lines / 2, lines);
    }

    [Fact]
    public async Task Reading_torn_quotes_can_be_stopped()
    {
        var text =
            "TimeGenerated,OperationName,Category,ResultType,properties_s\n"
            + string.Concat(Enumerable.Repeat("a,\"\n", 10_000_000));
        var content = Encoding.UTF8.GetBytes(text);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await InTime(() =>
            Assert.ThrowsAny<OperationCanceledException>(() =>
                new LogReading().Read(
                    [new LogSource("log", content.Length, _ => new MemoryStream(content))],
                    stop.Token
                )
            )
        );
    }

    [Fact]
    public async Task Braces_without_end_throw_no_exception_each()
    {
        var thrown = 0;
        void Count(object? sender, FirstChanceExceptionEventArgs e) => thrown += e.Exception is JsonException ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            await InTime(() => LogReading.Of("{\"time\":1}\n" + string.Concat(Enumerable.Repeat("{\"a\":", 200_000))));
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }
        // Other tests that run meanwhile throw some, too.
        Assert.InRange(thrown, 0, 20_000);
    }

    [Fact]
    public async Task Rows_of_one_instant_are_taken_once_each()
    {
        const int rows = 200_000;
        ConnectionEvent[] tied =
        [
            .. Enumerable
                .Range(0, rows)
                .Select(i => new ConnectionEvent(
                    638_000_000_000_000_001,
                    0,
                    i,
                    (EventKind)(i * 3L / rows),
                    i % 2 == 0 ? 404104 : 500001
                )),
        ];

        await InTime(() => Assert.NotEqual(0, new SessionBuilder(new Slab<DisconnectRecord>(1024)).Build(tied).Length));
    }

    [Fact]
    public async Task Names_cannot_be_chosen_to_collide()
    {
        const int blocks = 17;
        const int names = 1 << blocks;
        var interner = new Utf8Interner();

        await InTime(() =>
        {
            var name = new byte[blocks * 16];
            for (var i = 0; i < names; i++)
            {
                // Two changes, one in each word, that undo each other in a hash of products that keeps their low halves
                // alone.
                Array.Fill(name, (byte)'a');
                for (var block = 0; block < blocks; block++)
                {
                    if ((i >> block & 1) == 0)
                        continue;
                    name[block * 16 + 7] ^= 0x80;
                    name[block * 16 + 15] ^= 0x80;
                    name[block * 16 + 11] ^= 0x80;
                }
                Assert.Equal(i, interner.Intern(name));
            }
        });
    }

    private static async Task InTime(Action act) =>
        await InTime(() =>
        {
            act();
            return true;
        });

    private static Task<T> InTime<T>(Func<T> act) =>
        Task.Factory.StartNew(act, TaskCreationOptions.LongRunning).WaitAsync(Patience);
}
