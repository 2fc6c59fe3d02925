using System.Text;
using System.Text.Json;
using FleetGenerator.Benchmark;

namespace FleetGenerator.Tests;

public class BenchmarkLogTests
{
    private const int Rows = 20_000;
    private const int Devices = 300;

    private static readonly string[] Lines = Write(1).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void It_has_as_many_rows_and_devices_as_asked_for()
    {
        Assert.Equal(Rows, Lines.Length);
        Assert.Equal(Devices, Lines.Select(DeviceOf).Distinct().Count());
    }

    [Fact]
    public void It_is_in_order_of_time()
    {
        DateTimeOffset[] times =
        [
            .. Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("time").GetDateTimeOffset()),
        ];

        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void Its_rows_are_as_long_as_real_ones() => Assert.InRange(Lines.Average(line => line.Length), 580, 700);

    [Fact]
    public void Each_device_connects_and_disconnects_by_turns()
    {
        foreach (
            var device in Lines.Where(line => !line.Contains("401003", StringComparison.Ordinal)).GroupBy(DeviceOf)
        )
        {
            bool[] connects = [.. device.Select(line => line.Contains("\"deviceConnect\"", StringComparison.Ordinal))];
            Assert.All(connects.Zip(connects.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_log() => Assert.Equal(Write(2), Write(2));

    private static string DeviceOf(string line)
    {
        var properties = JsonDocument.Parse(line).RootElement.GetProperty("properties").GetString()!;
        return JsonDocument.Parse(properties).RootElement.GetProperty("deviceId").GetString()!;
    }

    private static string Write(int seed)
    {
        using var stream = new MemoryStream();
        new BenchmarkLog(Rows, Devices, seed).WriteTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
