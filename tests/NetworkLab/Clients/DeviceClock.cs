using System.Globalization;
using System.Text.Json.Nodes;

namespace NetworkLab.Clients;

/// <summary>The time of a device: some times as fast as the machine's, and right or not.</summary>
/// <param name="Speed">How many of its seconds pass in one of the machine's.</param>
/// <param name="Began">UTC; when the machine's clock showed what the device's did, but for the skew.</param>
/// <param name="Skew">How far it is ahead of the right time.</param>
internal sealed record DeviceClock(double Speed, DateTimeOffset Began, TimeSpan Skew)
{
    /// <summary>UTC as the device has it.</summary>
    public DateTimeOffset Now => Began + Skew + ((DateTimeOffset.UtcNow - Began) * Speed);

    /// <summary>For Node.js, whose dates and timers fast.cjs makes.</summary>
    public string Json =>
        new JsonObject
        {
            ["began"] = Began.ToUnixTimeMilliseconds(),
            ["start"] = (Began + Skew).ToUnixTimeMilliseconds(),
            ["speed"] = Speed,
        }.ToJsonString();

    /// <summary>Reads what <see cref="Json"/> wrote.</summary>
    public static DeviceClock Parse(string json)
    {
        var clock = JsonNode.Parse(json)!;
        var began = clock["began"]!.GetValue<long>();
        return new DeviceClock(
            clock["speed"]!.GetValue<double>(),
            DateTimeOffset.FromUnixTimeMilliseconds(began),
            TimeSpan.FromMilliseconds(clock["start"]!.GetValue<long>() - began)
        );
    }

    /// <summary>For libfaketime, which slips in between a program and the kernel.</summary>
    public string FakeTime => $"+0 x{Speed.ToString(CultureInfo.InvariantCulture)}";
}
