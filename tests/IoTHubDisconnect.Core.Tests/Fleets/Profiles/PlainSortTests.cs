using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Tests.Profiles;

public sealed class PlainSortTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(17, 1)]
    [InlineData(1024, 1)]
    [InlineData(1024, 3)]
    [InlineData(1024, 100_000)]
    public void Sorts_whatever_repeats(int count, int distinct)
    {
        var random = new Random(count + distinct);
        var numbers = Enumerable.Range(0, count).Select(_ => random.NextInt64(distinct)).ToArray();
        foreach (
            var given in new[]
            {
                numbers,
                [.. numbers.Order()],
                [.. numbers.OrderDescending()],
                [.. numbers.Order(), .. numbers.OrderDescending()],
            }
        )
        {
            var sorted = given.ToArray();
            PlainSort.Sort<long>(sorted);
            Assert.Equal(given.Order(), sorted);
        }
    }

    [Fact]
    public void Is_fast_even_against_an_adversary()
    {
        const int count = 20_000;
        var adversary = new Adversary(count);
        var numbers = adversary.Numbers;

        PlainSort.Sort<Adversary.Number>(numbers);

        Assert.Equal(numbers.OrderBy(adversary.ValueOf), numbers);
        Assert.InRange(adversary.Comparisons, count, 40 * count * Math.Log2(count));
    }
}
