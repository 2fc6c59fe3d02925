using AzureStandIn;
using AzureStandIn.ResourceManager;
using FleetGenerator.Clients;
using FleetGenerator.Logs;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>
/// A cloud with a hub whose last hours are known: twelve devices that drop together two hours ago, and one that is
/// refused.
/// </summary>
public sealed class HubCloud : Cloud
{
    public const string Name = "CONTOSO-EU";
    public const string Group = "CONTOSO-IOT";
    public const string Subscription = "6f1e2d3c-63b6-4000-8000-0123456789ab";

    private const int Usual = 40;

    /// <summary>A full minute, as good as now.</summary>
    public DateTimeOffset Now { get; } = Minute(DateTimeOffset.UtcNow);

    /// <summary>When the hub's devices dropped.</summary>
    public DateTimeOffset Drop => Now.AddHours(-2);

    public IotHub Hub => Azure.Estate.Hubs.Single(hub => Name.Equals(hub.Id.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Signed in, with the hub as it is on a good day, but for a dip of the metric.</summary>
    internal Session OpenFresh(System.Management.Automation.Host.PSHost? host = null)
    {
        Reset();
        var session = SignIn(host);
        session.Run("$null", ("hub", Hub.Id.ToString()), ("drop", Drop)).Clean();
        return session;
    }

    protected override void Write(string folder) =>
        File.WriteAllLines(System.IO.Path.Combine(folder, "rows.json"), Rows());

    private IEnumerable<string> Rows()
    {
        for (var i = 0; i < 12; i++)
        {
            yield return Row($"device-{i:00}", i, Drop.AddHours(-3).AddMinutes(i), isConnect: true);
            yield return Row(
                $"device-{i:00}",
                i,
                Drop.AddSeconds(i),
                isConnect: false,
                404104,
                "DeviceConnectionClosedRemotely"
            );
            yield return Row($"device-{i:00}", i, Drop.AddSeconds(i + 4), isConnect: true);
        }
        for (var i = 0; i < 5; i++)
            yield return Row(
                "refused",
                99,
                Drop.AddMinutes(20 + i),
                isConnect: true,
                401003,
                "IotHubUnauthorized",
                isSas: true
            );
    }

    private static string Row(
        string device,
        int address,
        DateTimeOffset time,
        bool isConnect,
        int? code = null,
        string? name = null,
        bool isSas = false
    ) =>
        RowWriter.ToJson(
            new LogRow
            {
                Time = time,
                ArrivedAt = time.AddMinutes(2),
                ResourceId =
                    $"/SUBSCRIPTIONS/{Subscription.ToUpperInvariant()}/RESOURCEGROUPS/{Group}/PROVIDERS"
                    + $"/MICROSOFT.DEVICES/IOTHUBS/{Name}",
                Location = "westeurope",
                IsConnect = isConnect,
                ResultType = code?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ResultDescription = name,
                StatusCode = code is null ? null : $"{code / 1000}",
                DeviceId = device,
                ModuleId = null,
                Protocol = Transport.Mqtt,
                UsesCertificate = !isSas,
                MaskedIpAddress = $"203.0.{address}.XXX",
                SdkVersion = "iothubclient/1.14.0 (native; Linux; armv7l)",
            }
        );

    private void Reset()
    {
        var hub = Hub;
        (hub.FailedOver, hub.State, hub.DisableDeviceSas, hub.PublicNetworkAccess, hub.HasLogs) = (
            false,
            "Active",
            false,
            "Enabled",
            true
        );
        hub.Health.Clear();
        hub.Failovers.Clear();
        hub.DiagnosticSettings.Clear();
        hub.DiagnosticSettings.Add(
            new DiagnosticSetting { Name = "to-logs", WorkspaceId = Azure.Estate.Workspaces[0].Id.ToString() }
        );
        (Azure.Estate.Workspaces[0].HasTable, Azure.Estate.Workspaces[0].RetentionInDays) = (true, 30);
        hub.ConnectedDeviceCount.Clear();
        for (var time = Now.AddHours(-30); time < Now; time = time.AddMinutes(1))
            hub.ConnectedDeviceCount[time] = new MetricValue(Usual, Usual, Usual);
        for (var i = 0; i < 6; i++)
            hub.ConnectedDeviceCount[Drop.AddMinutes(i)] = new MetricValue(10, 4, 12);
        hub.ConnectedDeviceCount.Remove(Drop.AddMinutes(30));
    }

    private static DateTimeOffset Minute(DateTimeOffset time) =>
        new(time.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}

[CollectionDefinition(nameof(HubCloud))]
public sealed class HubCloudCollection : ICollectionFixture<HubCloud>;
