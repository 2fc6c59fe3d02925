using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect.Tests.Profiles;

public sealed class AgeSortTests
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
        var ages = Enumerable.Range(0, count).Select(_ => (double)random.Next(distinct)).ToArray();
        foreach (var given in new[] { ages, [.. ages.Order()], [.. ages.OrderDescending()] })
        {
            var sorted = given.ToArray();
            AgeSort.Sort(sorted);
            Assert.Equal(given.Order(), sorted);
        }
    }
}
