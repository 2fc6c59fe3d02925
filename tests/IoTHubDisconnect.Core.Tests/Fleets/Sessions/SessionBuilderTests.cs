using CsCheck;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Tests.Sessions;

public sealed class SessionBuilderTests
{
    private static readonly Gen<ConnectionEvent[]> Rows = Gen.Select(
            Gen.Int[0, 12],
            Gen.OneOf(EventKind.Connected, EventKind.Disconnected, EventKind.ConnectFailed),
            Gen.OneOf(401003, 404104, 403012),
            Gen.Int[0, 3]
        )
        .Array[1, 12]
        .Select(rows =>
        {
            var ticks = TestLog.At("10:00:00").UtcTicks;
            return rows.Select(row =>
                {
                    var (gap, kind, code, context) = row;
                    ticks += gap * TimeSpan.TicksPerSecond;
                    return new ConnectionEvent(
                        ticks,
                        0,
                        context,
                        kind,
                        kind == EventKind.Connected ? ConnectionEvent.NoCode : code
                    );
                })
                .ToArray();
        });

    [Fact]
    public void What_one_device_did_says_nothing_of_the_next() =>
        Gen.Select(Rows, Rows)
            .Sample(
                (before, rows) =>
                {
                    var builder = new SessionBuilder(new Slab<DisconnectRecord>(64));
                    builder.Build(before);
                    Assert.Equal(
                        new SessionBuilder(new Slab<DisconnectRecord>(64)).Build(rows).AsEnumerable(),
                        builder.Build(rows).AsEnumerable()
                    );
                },
                iter: 5_000
            );
}
