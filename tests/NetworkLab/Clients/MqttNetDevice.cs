using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;

namespace NetworkLab.Clients;

/// <summary>The device's program: every five seconds it pings, and connects where nobody answers.</summary>
internal static class MqttNetDevice
{
    public const string Verb = "mqttnet-device";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        var settings = JsonNode.Parse(Environment.GetEnvironmentVariable("DEVICE")!)!;
        var clock = DeviceClock.Parse(Environment.GetEnvironmentVariable("FAST_CLOCK")!);
        var expires = DateTimeOffset.FromUnixTimeSeconds(settings["expires"]!.GetValue<long>());
        var sends = TimeSpan.FromSeconds(settings["sendEvery"]!.GetValue<double>());
        var options = Options(settings, clock);
        using var client = new MqttClientFactory().CreateMqttClient();
        var sentAt = clock.Now;
        while (true)
        {
            try
            {
                if (!await client.TryPingAsync())
                {
                    if ((await client.ConnectAsync(options)).ResultCode == MqttClientConnectResultCode.Success)
                        await client.SubscribeAsync($"devices/{settings["clientId"]}/messages/devicebound/#");
                    else if (clock.Now >= expires)
                        return 1;
                }
                else if (sends > TimeSpan.Zero && clock.Now - sentAt >= sends)
                {
                    sentAt = clock.Now;
                    await client.PublishStringAsync($"devices/{settings["clientId"]}/messages/events/", "21.5");
                }
            }
            catch (Exception error)
                when (error is MqttCommunicationException or OperationCanceledException or InvalidOperationException)
            {
                await Console.Error.WriteLineAsync($"{clock.Now:u} {error.Message}");
            }

            await Task.Delay(Pause / clock.Speed);
        }
    }

    private static MqttClientOptions Options(JsonNode settings, DeviceClock clock)
    {
        var options = new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithClientId($"{settings["clientId"]}")
            .WithCredentials($"{settings["username"]}", $"{settings["password"]}")
            .WithKeepAlivePeriod(TimeSpan.FromMinutes(1))
            .WithTcpServer($"{settings["host"]}", 8883)
            .WithTlsOptions(tls => tls.UseTls().WithRevocationMode(X509RevocationMode.NoCheck))
            .Build();
        options.Timeout /= clock.Speed;
        return options;
    }
}
