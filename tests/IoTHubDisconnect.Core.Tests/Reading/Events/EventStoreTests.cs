using CsCheck;

namespace IoTHubDisconnect.Tests.Events;

public sealed class EventStoreTests
{
    [Fact]
    public void Gives_the_same_disconnects_from_a_temporary_file_as_from_memory()
    {
        var (kept, spilled) = (new TestLog(), new TestLog(memoryLimit: 4096));
        var random = new Random(7);
        foreach (var device in Enumerable.Range(0, 300).Select(i => $"device-{i:000}"))
        {
            var time = TestLog.At("0:00:00").UtcTicks;
            for (var i = 0; i < 1000; i++)
            {
                time += TimeSpan.TicksPerSecond * random.Next(1, 4000);
                var (kind, code) = random.Next(3) switch
                {
                    0 => ("C", ""),
                    1 => ("D", "404104"),
                    _ => ("F", "500001"),
                };
                foreach (var log in new[] { kept, spilled })
                    log.Add(time, kind, code, device, TestLog.C, "Mqtt", "sas", "203.0.1.XXX", "", "HUB");
            }
        }
        Assert.Equal(Texts(kept), Texts(spilled));
        Assert.True(spilled.IsSpilled);
        Assert.False(kept.IsSpilled);
    }

    [Fact]
    public void Gives_the_same_disconnects_whatever_the_order_of_the_rows() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2].Select(k => "CDF"[k].ToString()), Gen.Int[0, 5000])
            .Array[1, 60]
            .Select(Gen.Int[0, 1000])
            .Sample(
                (rows, seed) =>
                {
                    var shuffled = rows.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    Assert.Equal(Texts(LogOf(rows)), Texts(LogOf(shuffled)));
                },
                iter: 300
            );

    private static TestLog LogOf((int Device, string Kind, int Second)[] rows)
    {
        var log = new TestLog();
        var start = TestLog.At("0:00:00").UtcTicks;
        foreach (var (device, kind, second) in rows)
            log.Add(
                start + second * TimeSpan.TicksPerSecond,
                kind,
                kind == "C" ? ""
                    : kind == "F" ? "401003"
                    : "404104",
                $"d{device}",
                "",
                "Mqtt",
                "sas",
                "203.0.1.XXX",
                "",
                "HUB"
            );
        return log;
    }

    private static List<string> Texts(TestLog log)
    {
        var texts = log.Disconnects().Select(d => $"{d} {d.Duration} {d.Downtime} {d.Attempts}").ToList();
        texts.Sort(StringComparer.Ordinal);
        return texts;
    }
}
