using System.Globalization;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Sources.Queries;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>One device is asked for, of a hub with more rows than are read for its sake.</summary>
public sealed class NeighbourTests : IAsyncLifetime
{
    private const int Others = 400;
    private const int OneIn = 5;

    private static readonly Device Asked = new("press-1") { Address = "198.51.100.XXX" };
    private static readonly Device[] Colleagues =
    [
        .. Enumerable.Range(2, 7).Select(i => new Device($"press-{i}") { Address = Asked.Address }),
    ];

    private QueriedFolder _hub = null!;

    public async Task InitializeAsync() =>
        _hub = await QueriedFolder.LoadAsync(
            Folder([
                Asked,
                .. Colleagues,
                .. Enumerable.Range(0, Others).Select(i => new Device($"pump-{i}") { Address = $"10.0.{i % 200}.XXX" }),
            ])
        );

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Its_rows_and_those_behind_its_address_come_whole_and_of_the_others_a_share()
    {
        using var files = _hub.ReadFiles();
        var warnings = new List<string>();

        using var share = await ReadAsync(_hub, files, files.RowCount / (OneIn - 1) - 1, warnings);

        var rows = files.Find(new DisconnectFilter()).CountBy(d => d.DeviceId).ToDictionary();
        var read = share.Find(new DisconnectFilter()).CountBy(d => d.DeviceId).ToDictionary();
        Assert.All(read, device => Assert.Equal(rows[device.Key], device.Value));
        Assert.All([Asked, .. Colleagues], device => Assert.Contains(device.Id, read.Keys));
        Assert.InRange(read.Count, Others / OneIn / 2, 2 * Others / OneIn);
        Assert.Contains($"those behind their addresses and one in {OneIn} of the others", Assert.Single(warnings));
    }

    [Fact]
    public async Task What_the_hub_did_to_all_is_told_from_the_share()
    {
        using var files = _hub.ReadFiles();

        using var share = await ReadAsync(_hub, files, files.RowCount / (OneIn - 1) - 1, []);

        Assert.Equal(Causes(files), Causes(share));
        Assert.Contains(nameof(DisconnectScope.Hub), Causes(share));
    }

    [Fact]
    public async Task An_address_that_all_share_does_not_bring_them_all()
    {
        await using var hub = await QueriedFolder.LoadAsync(
            Folder([
                Asked,
                .. Enumerable.Range(0, Others).Select(i => new Device($"pump-{i}") { Address = Asked.Address }),
            ])
        );
        using var files = hub.ReadFiles();
        var warnings = new List<string>();

        using var share = await ReadAsync(hub, files, files.RowCount / (OneIn - 1) - 1, warnings);

        Assert.InRange(share.RowCount, files.RowCount / OneIn / 2, 2 * files.RowCount / OneIn);
        Assert.DoesNotContain("behind their addresses", Assert.Single(warnings));
    }

    private static Task<FleetLog> ReadAsync(QueriedFolder hub, FleetLog files, long most, List<string> warnings) =>
        hub.ReadAsync(
            QueriedFolder.RequestFor(hub.Workspace, files) with
            {
                Devices = DeviceSelection.Of([Asked.Id]),
                MostRowsOfNeighbours = most,
            },
            new AzureCall(
                CancellationToken.None,
                (level, line) =>
                {
                    if (level == TraceLevel.Warning)
                        warnings.Add(line);
                }
            )
        );

    private static string[] Causes(FleetLog log) =>
        [
            .. log.Find(new DisconnectFilter())
                .Select(d => CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture))
                .Where(c => c.DeviceId == Asked.Id)
                .SelectMany(c => new[] { $"{c.Cause}", $"{c.Scope}" }),
        ];

    /// <summary>All connect, all are dropped within a minute at six o'clock, and all come back.</summary>
    private static LogFolder Folder(Device[] devices)
    {
        var folder = new LogFolder();
        folder.Write(
            "day.json",
            devices.SelectMany(
                (device, i) =>
                    new[]
                    {
                        device.Connect(Device.At(i * 37 % 7200)),
                        device.Lose(Device.At(21_600 + i * 7 % 40), 404104, "DeviceConnectionClosedRemotely"),
                        device.Connect(Device.At(21_602 + i * 7 % 40)),
                    }
            )
        );
        return folder;
    }
}
