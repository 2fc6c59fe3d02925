using FleetGenerator.Clients;
using IoTHubDisconnect.Alerts;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Unattended.Tests.Alerts;

/// <summary>
/// What a rule counts and what it leaves out, case by case. Each case is a device at a hub of its own.
/// </summary>
public sealed class QueryTests
{
    private const string DotNet = ".NET/1.42.4";

    private static readonly (string Name, bool Counts, Behaviour Device)[] Cases =
    [
        ("RENEWALS", false, new(Behaviour.Sessions("2880 2880 2881 2882", "+0 D", 3))),
        ("ORDERLY-AND-GONE", false, new("0:00:00 C, 0:48:00 D, 0:48:03 C, 1:36:03 D")),
        ("A-SCHEDULE", false, new(Behaviour.Sessions("30 45 22 51", "+0 D", 570))),
        ("EXPIRIES", false, new(Behaviour.Sessions("3601 3902 4201", "+0 D 401003, +1 D 404104", 3)) { Sdk = DotNet }),
        (
            "EXPIRIES-WITH-A-REFUSAL",
            false,
            new(Behaviour.Sessions("3601 3902 3601", "+0 D 404104, +1 F 401003", 3)) { Sdk = DotNet }
        ),
        (
            "EXPIRIES-IN-WORDS",
            false,
            new(Behaviour.Sessions("3601 3902 3601", "+0 D DeviceConnectionClosedRemotely", 3)) { Sdk = DotNet }
        ),
        ("NEVER-CLOSED", false, new("0:00:00 C, 1:00:00 C")),
        ("AN-EXPIRY-AND-GONE", true, new("0:00:00 C, 1:00:01 D 401003, 1:00:02 D 404104")),
        ("AN-EXPIRY-AND-LATE-BACK", true, new("0:00:00 C, 1:00:01 D 404104, 1:02:30 C")),
        ("A-RESET", true, new(Behaviour.Sessions("1200", "+0 D 404104", 5))),
        ("AN-EXPIRY-AND-A-RESET", true, new(Behaviour.Sessions("3601 1200", "+0 D 404104", 5))),
        (
            "THE-AGE-OF-A-TOKEN-OVER-AMQP",
            true,
            new(Behaviour.Sessions("3601", "+0 D 404104", 3)) { Protocol = Transport.Amqp }
        ),
        (
            "THE-AGE-OF-A-TOKEN-WITH-A-CERTIFICATE",
            true,
            new(Behaviour.Sessions("3601", "+0 D 404104", 3)) { UsesCertificate = true }
        ),
        ("TOKENS-OF-TWO-HOURS", true, new(Behaviour.Sessions("7202 7501", "+0 D 404104", 3)) { Sdk = DotNet }),
        ("A-TAKEOVER", true, new(Behaviour.Sessions("3601", "+0 D 400027", 1))),
        ("A-SERVER-ERROR", true, new(Behaviour.Sessions("2880", "+0 D 500001", 3))),
        ("AN-UNNUMBERED-ERROR", true, new(Behaviour.Sessions("2880", "+0 D ServerError", 3))),
        ("NO-QUOTA", true, new("0:00:00 C, 0:48:00 D, 0:48:03 F 403002, 1:00:00 C")),
        ("DISABLED", true, new("0:00:00 F 403012, 0:10:00 F 403012")),
    ];

    private static readonly DateTimeOffset Evening = Behaviour.Midnight.AddDays(1);

    [Theory]
    [InlineData("own")]
    [InlineData("overflowed")]
    public async Task Only_real_disconnects_are_counted(string columns)
    {
        using var folder = Write();
        await using var engine = await LogEngine.LoadAsync(folder.Path, columns);

        var counted = await engine.AskAsync(new AlertQuery(TimeSpan.FromDays(1), [TimeSpan.FromHours(1)]), Evening);

        Assert.Equal(Cases.Where(c => c.Counts).Select(c => c.Name.ToLowerInvariant()).Order(), counted.Keys.Order());
        Assert.All(counted.Values, devices => Assert.Equal(1, devices));
    }

    [Fact]
    public async Task Every_lifetime_of_the_fleet_is_known()
    {
        using var folder = Write();
        await using var engine = await LogEngine.LoadAsync(folder.Path);

        var counted = await engine.AskAsync(
            new AlertQuery(TimeSpan.FromDays(1), [TimeSpan.FromHours(1), TimeSpan.FromHours(2)]),
            Evening
        );

        Assert.DoesNotContain("tokens-of-two-hours", counted.Keys);
        Assert.Contains("a-reset", counted.Keys);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(26, true)]
    [InlineData(39, true)]
    [InlineData(41, false)]
    public async Task A_window_ends_five_minutes_ago(int minute, bool counts)
    {
        using var folder = Write();
        await using var engine = await LogEngine.LoadAsync(folder.Path);

        var counted = await engine.AskAsync(
            new AlertQuery(TimeSpan.FromMinutes(15), [TimeSpan.FromHours(1)]),
            Behaviour.Midnight.AddMinutes(minute)
        );

        Assert.Equal(counts, counted.ContainsKey("a-reset"));
    }

    [Theory]
    [InlineData(15, 60, 120)]
    [InlineData(15, 120, 180)]
    [InlineData(60, 1440, 2880)]
    [InlineData(5, 15, 45)]
    public void No_more_is_read_than_is_needed(int window, int lifetime, int range) =>
        Assert.Equal(
            range,
            new AlertQuery(TimeSpan.FromMinutes(window), [TimeSpan.FromMinutes(lifetime)]).Range.TotalMinutes
        );

    private static LogFolder Write()
    {
        var folder = new LogFolder();
        folder.Write("log.json", Cases.SelectMany(c => c.Device.ToJson(c.Name)));
        return folder;
    }
}
