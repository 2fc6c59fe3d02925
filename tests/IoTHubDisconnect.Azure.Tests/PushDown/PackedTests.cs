using AzureStandIn.Logs;
using FleetGenerator;
using IoTHubDisconnect.Tests.Logs;
using static IoTHubDisconnect.Azure.Tests.PushDown.AllAnswers;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>What the log engine packs comes out as the files have it.</summary>
public sealed class PackedTests(PackedTests.Fleets fleets) : IClassFixture<PackedTests.Fleets>
{
    /// <summary>Fleets of every kind and rows of every sort, and answers that hold few of them.</summary>
    public sealed class Fleets : IAsyncLifetime
    {
        private static readonly (string Preset, int Seed)[] Kinds =
        [
            ("wired", 2),
            ("quiet", 3),
            ("odd", 7),
            ("noisy", 11),
            ("mixed", 17),
        ];

        internal QueriedFolder Folder { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var folder = new LogFolder();
            foreach (var (preset, seed) in Kinds)
            {
                var fleet = FleetPresets.All[preset](seed);
                // Azure Monitor writes hubs' names in capitals, whatever the files say.
                var artefacts = fleet.Artefacts with
                {
                    LowerCaseShare = 0,
                };
                Fleet
                    .Simulate(fleet with { Devices = 40, Hours = 6, Artefacts = artefacts })
                    .WriteLogs(folder.PathOf(preset));
            }
            folder.Write("odd-rows.json", OddRows.All);
            Folder = await QueriedFolder.LoadAsync(
                folder,
                new QueryLimits
                {
                    Rows = 300,
                    Bytes = 150_000,
                    QueriesPerWindow = int.MaxValue,
                }
            );
        }

        public async Task DisposeAsync() => await Folder.DisposeAsync();
    }

    [Fact]
    public async Task What_is_asked_for_in_parts_is_shuffled()
    {
        using var files = fleets.Folder.ReadFiles();
        using var azure = await fleets.Folder.ReadAsync(fleets.Folder.Workspace, files);

        var byPart = fleets.Folder.Queries.ToLookup(r => r.Query!.Contains("| where hash(", StringComparison.Ordinal));

        Assert.NotEmpty(byPart[true]);
        Assert.All(byPart[true], r => Assert.Contains("| summarize hint.strategy=shuffle ", r.Query));
        Assert.NotEmpty(byPart[false]);
        Assert.All(byPart[false], r => Assert.DoesNotContain("hint.strategy", r.Query));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_disconnect_and_every_sum_is_that_of_the_files(bool inCluster)
    {
        using var files = fleets.Folder.ReadFiles();
        using var azure = await fleets.Folder.ReadAsync(
            inCluster ? fleets.Folder.Cluster : fleets.Folder.Workspace,
            files
        );

        Assert.True(fleets.Folder.Queries.Count > 4, "No answer was too large.");
        Assert.Equal((files.RowCount, files.FirstRow, files.LastRow), (azure.RowCount, azure.FirstRow, azure.LastRow));
        Assert.Equal(TextOf(files.Quality), TextOf(azure.Quality));
        Assert.Equal(CausesOf(files), CausesOf(azure));
        foreach (var by in Enum.GetValues<DisconnectGrouping>())
            Assert.Equal(SumsOf(files, by), SumsOf(azure, by));
    }

    [Fact]
    public async Task A_device_with_more_rows_than_a_list_can_hold_comes_whole()
    {
        var folder = new LogFolder();
        var busy = new Device("busy");
        folder.Write(
            "day.json",
            Enumerable
                .Range(0, 22_000)
                .SelectMany(i =>
                    new[] { busy.Connect(Device.At(i * 3.5)), busy.Lose(Device.At(i * 3.5 + 1), 404104, "Closed") }
                )
                .Concat(TinyLog.Rows)
        );
        await using var day = await QueriedFolder.LoadAsync(folder);
        using var files = day.ReadFiles();

        using var azure = await day.ReadAsync(day.Workspace, files);

        Assert.True(azure.RowCount > 44_000);
        Assert.Equal(3, day.Queries.Count);
        Assert.Equal(SumsOf(files, DisconnectGrouping.Device), SumsOf(azure, DisconnectGrouping.Device));
        Assert.Equal(SumsOf(files, DisconnectGrouping.Hour), SumsOf(azure, DisconnectGrouping.Hour));
    }
}
