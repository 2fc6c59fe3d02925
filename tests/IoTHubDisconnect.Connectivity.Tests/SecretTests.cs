using System.Collections;
using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>Keys and tokens go to the hub, and to no stream and no exception.</summary>
public sealed class SecretTests
{
    public static TheoryData<string> Ways =>
        [
            "-ConnectionString $device -Force",
            "-ConnectionString $device -Force -Count 2 -Interval 0.01s",
            "-ConnectionString $device -Force -KeepAliveProbe -MaximumDuration 1s",
            "-ConnectionString $device -DeviceId other",
            "-ConnectionString $broken",
            "-HubName 127.0.0.1 -DeviceId device-1 -SharedAccessKey $key -Force",
            "-HubName 127.0.0.1 -DeviceId device-1 -SharedAccessKey $wrong -Force",
            "-HubName 127.0.0.1 -DeviceId device-1 -SasToken $token -Force",
            "-HubName 127.0.0.1 -DeviceId device-1 -SasToken $expired -Force",
            "-HubName 127.0.0.1 -DeviceId device-1 -SasToken $key -Force",
            "-ConnectionString $owner -DeviceId device-1 -InvokeMethod ping",
            "-ConnectionString $owner -DeviceId device-2 -Force",
        ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_stream_shows_any(string parameters)
    {
        await using var lab = await Lab.OpenAsync();
        var owner = lab.Hub.Options.Policies.Single(p => p.Name == "iothubowner");
        var wrong = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
        var (token, expired) = (
            lab.Hub.Token(lab.Device, TimeSpan.FromHours(1)),
            lab.Hub.Token(lab.Device, TimeSpan.FromHours(-1))
        );

        var outcome = await lab.RunAsync(
            $"$DebugPreference = 'Continue'; Test-DeviceConnectivity @ports {parameters} -Verbose",
            ("owner", lab.Hub.ConnectionString(owner)),
            ("wrong", wrong),
            ("token", token),
            ("expired", expired),
            ("broken", $"DeviceId=device-1;SharedAccessKey={lab.Device.PrimaryKey}")
        );

        var said = string.Join(
            '\n',
            [
                .. outcome.Output.SelectMany(Show),
                .. outcome.Verbose,
                .. outcome.Warnings,
                .. outcome.Streams.Debug.Select(d => d.Message),
                .. outcome.Streams.Progress.Select(p => $"{p}"),
                .. outcome
                    .Errors.Append(outcome.Thrown?.ErrorRecord)
                    .OfType<ErrorRecord>()
                    .SelectMany(e =>
                        new[] { $"{e}", $"{e.TargetObject}", $"{e.Exception}", e.ErrorDetails?.RecommendedAction }
                    ),
            ]
        );
        Assert.NotEmpty(said);
        string[] secrets =
        [
            lab.Device.PrimaryKey,
            owner.PrimaryKey,
            wrong,
            "sig=",
            .. new[] { token, expired }.Select(t => t.Split("sig=")[1].Split('&')[0]),
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Show(PSObject value) =>
        value
            .Properties.SelectMany(p =>
                p.Value is IDictionary facts
                    ? facts.Keys.Cast<object>().Select(name => $"{name}={Text(facts[name])}")
                    : [$"{p.Name}={p.Value}"]
            )
            .Append($"{value}");

    private static string Text(object? fact) =>
        fact is IEnumerable list and not string ? string.Join(',', list.Cast<object>()) : $"{fact}";
}
