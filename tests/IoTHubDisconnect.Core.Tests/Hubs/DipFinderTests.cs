namespace IoTHubDisconnect.Tests.Hubs;

/// <summary>What is a dip of connectedDeviceCount, and what is none.</summary>
public sealed class DipFinderTests
{
    [Theory]
    [InlineData("a steady count", "")]
    [InlineData("a minute", "600-600")]
    [InlineData("half an hour", "600-629")]
    [InlineData("two hours", "600-719")]
    [InlineData("slow return", "600-614")]
    [InlineData("not all come back", "600-609")]
    [InlineData("two in a row", "600-609,615-624")]
    [InlineData("not over yet", "1400-1439")]
    [InlineData("down to nothing", "600-604")]
    [InlineData("a missing point", "")]
    [InlineData("missing within a dip", "600-609")]
    [InlineData("nothing measured", "")]
    [InlineData("two of forty", "")]
    [InlineData("the only two", "")]
    [InlineData("switched off for the night", "")]
    [InlineData("down while it is night", "1300-1309")]
    [InlineData("half a day down", "")]
    [InlineData("a rise", "")]
    [InlineData("a day's swing", "")]
    [InlineData("a deep swing", "")]
    [InlineData("a dip in a swing", "400-409")]
    [InlineData("sawtooth of renewals", "")]
    public void Marks_dips(string name, string dips) => Assert.Equal(dips, Case(name).Dips());

    [Fact]
    public void Takes_neither_nights_nor_noise_for_dips_and_finds_what_is_one()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var mean = Math.Pow(10, 1.7 + random.NextDouble() * 4);
            var noise = Math.Sqrt(mean) * random.NextDouble() * 0.5;
            Curve Make() => Curve.Day(mean, random.NextDouble() * 0.5).Noise(seed, noise);
            Assert.Equal("", Make().Dips());
            var (from, count, share) = (random.Next(70, 1150), random.Next(1, 100), 0.4 + random.NextDouble() * 0.6);
            Assert.Equal($"{from}-{from + count - 1}", Make().Scale(from, count, 1 - share).Dips());
        }
    }

    [Fact]
    public void Gives_every_minute_once_and_in_order()
    {
        var counts = Curve.Day(500, 0.3).Noise(7, 5).Scale(300, 50, 0.2).Set(700, 5, null).Set(1000, 300, 40).Counts();
        Assert.Equal(1440, counts.Count);
        Assert.All(
            counts.Zip(counts.Skip(1)),
            pair => Assert.Equal(TimeSpan.FromMinutes(1), pair.Second.Time - pair.First.Time)
        );
    }

    [Fact]
    public void Tells_how_deep_a_dip_is()
    {
        var counts = Curve.Flat(200).Set(600, 1, 50).Set(700, 1, null).Counts();
        Assert.Equal((200.0, true, 150.0), (counts[600].Usual!.Value, counts[600].IsDip, counts[600].Depth!.Value));
        Assert.Equal((200.0, false, null), (counts[599].Usual!.Value, counts[599].IsDip, counts[599].Depth));
        Assert.Equal((null, null, false), (counts[700].Average, counts[700].Depth, counts[700].IsDip));
        Assert.Null(counts[0].Usual);
    }

    private static Curve Case(string name) =>
        name switch
        {
            "a steady count" => Curve.Flat(100),
            "a minute" => Curve.Flat(100).Set(600, 1, 60),
            "half an hour" => Curve.Flat(100).Set(600, 30, 60),
            "two hours" => Curve.Flat(100).Set(600, 120, 10),
            "slow return" => new Curve(m => m is >= 600 and < 615 ? 25 + 5 * (m - 600) : 100),
            "not all come back" => Curve.Flat(1000).Set(600, 10, 100).Set(610, 830, 960),
            "two in a row" => Curve.Flat(100).Set(600, 10, 60).Set(615, 10, 60),
            "not over yet" => Curve.Flat(100).Set(1400, 40, 5),
            "down to nothing" => Curve.Flat(100).Set(600, 5, 0),
            "a missing point" => Curve.Flat(100).Set(600, 1, null),
            "missing within a dip" => Curve.Flat(100).Set(600, 10, 50).Set(604, 2, null),
            "nothing measured" => Curve.Flat(100).Set(0, 1440, null),
            "two of forty" => Curve.Flat(40).Set(600, 5, 38),
            "the only two" => Curve.Flat(2).Set(600, 5, 0),
            "switched off for the night" => Curve.Flat(100).Set(1080, 360, 30),
            "down while it is night" => Curve.Flat(100).Set(1080, 360, 30).Set(1300, 10, 3),
            "half a day down" => Curve.Flat(100).Set(300, 720, 0),
            "a rise" => Curve.Flat(100).Set(600, 840, 300),
            "a day's swing" => Curve.Day(1000, 0.5),
            "a deep swing" => Curve.Day(1000, 0.9),
            "a dip in a swing" => Curve.Day(1000, 0.5).Scale(400, 10, 0.7),
            "sawtooth of renewals" => new Curve(m => 1000 - 30 * (m % 48 / 48.0)),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
