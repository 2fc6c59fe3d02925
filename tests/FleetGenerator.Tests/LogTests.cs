using System.Text.Json;
using FleetGenerator.Chance;
using FleetGenerator.Logs;

namespace FleetGenerator.Tests;

public sealed class LogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fleet").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_row_is_what_the_diagnostic_settings_export()
    {
        var fleet = Simulate(new LogArtefacts());

        Assert.All(
            fleet.Rows,
            row =>
            {
                using var json = JsonDocument.Parse(RowWriter.ToJson(row));
                Assert.Equal(row.Time, json.RootElement.GetProperty("time").GetDateTimeOffset());
                Assert.Equal("Connections", json.RootElement.GetProperty("category").GetString());
                Assert.Equal(row.ResultType is not null, json.RootElement.TryGetProperty("resultType", out _));
                using var properties = JsonDocument.Parse(json.RootElement.GetProperty("properties").GetString()!);
                Assert.Equal(row.DeviceId, properties.RootElement.GetProperty("deviceId").GetString());
                using var authentication = JsonDocument.Parse(
                    properties.RootElement.GetProperty("authType").GetString()!
                );
                Assert.True(authentication.RootElement.TryGetProperty("type", out _));
            }
        );
    }

    [Fact]
    public void Files_hold_what_arrived_in_their_hour_and_nothing_is_lost_to_broken_lines()
    {
        var artefacts = new LogArtefacts
        {
            LateShare = 0.05,
            MixedOrder = true,
            BrokenLines = 40,
        };
        var fleet = Simulate(artefacts);
        new ExportTree(_folder, ExportPath.InStorage, artefacts, new Rng(1)).Write(fleet.Rows);

        var expected = fleet
            .Rows.GroupBy(row => $"{row.ArrivedAt.UtcDateTime:'y='yyyy'/m='MM'/d='dd'/h='HH}")
            .ToDictionary(hour => hour.Key, hour => hour.Select(RowWriter.ToJson).ToHashSet());
        var good = 0;
        foreach (var file in Directory.EnumerateFiles(_folder, "PT1H.json", SearchOption.AllDirectories))
        {
            var hour = expected.Keys.Single(key =>
                file.Replace('\\', '/').Contains($"/{key}/m=00/", StringComparison.Ordinal)
            );
            good += File.ReadLines(file).Count(expected[hour].Contains);
        }

        Assert.Equal(fleet.Rows.Count, good);
        Assert.Contains(fleet.Rows, row => row.ArrivedAt - row.Time > TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void Whole_seconds_lose_their_fraction() =>
        Assert.All(
            Simulate(new LogArtefacts { WholeSeconds = true }).Rows,
            row => Assert.Equal(0, row.Time.Ticks % TimeSpan.TicksPerSecond)
        );

    [Fact]
    public void The_SDK_can_be_missing_on_disconnects_or_everywhere()
    {
        var onConnects = Simulate(new LogArtefacts { SdkOnDisconnect = false });
        Assert.All(onConnects.Rows.Where(row => !row.IsConnect), row => Assert.Null(row.SdkVersion));
        Assert.Contains(onConnects.Rows, row => row.SdkVersion is not null);
        Assert.All(Simulate(new LogArtefacts { SdkAnywhere = false }).Rows, row => Assert.Null(row.SdkVersion));
    }

    [Fact]
    public void Rows_get_lost_and_arrive_twice()
    {
        var all = Simulate(new LogArtefacts()).Rows.Count;
        var left = Simulate(new LogArtefacts { LostShare = 0.1 }).Rows.Count;
        var doubled = Simulate(new LogArtefacts { DuplicateShare = 0.1 }).Rows;

        Assert.InRange(left, all * 0.85, all * 0.95);
        Assert.InRange(doubled.Count, all * 1.05, all * 1.15);
        Assert.Equal(all, doubled.Select(RowWriter.ToJson).Distinct().Count());
    }

    [Fact]
    public void Server_errors_can_bear_a_text_and_names_be_encoded_and_ids_in_lower_case()
    {
        var rows = Simulate(
            new LogArtefacts
            {
                TextCodeShare = 1,
                PercentEncodedShare = 1,
                LowerCaseShare = 1,
            }
        ).Rows;

        Assert.DoesNotContain(rows, row => row.ResultType is ['5', ..]);
        Assert.Contains(rows, row => row.ResultType is "ServiceUnavailable" or "InternalServerError");
        Assert.Contains(rows, row => row.SdkVersion?.Contains("%2F", StringComparison.Ordinal) == true);
        Assert.All(rows, row => Assert.StartsWith("/subscriptions/", row.ResourceId));
    }

    [Fact]
    public void A_folder_gets_logs_labels_and_metrics()
    {
        var fleet = Simulate(new LogArtefacts());
        fleet.WriteTo(_folder);

        var labels = File.ReadAllLines(Path.Combine(_folder, "labels.csv"));
        Assert.Equal("hub,deviceId,kind,time,cause,scope,sdk", labels[0]);
        Assert.Equal(fleet.Labels.Count, labels.Length - 1);
        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "metrics.json")));
        var hub = metrics.RootElement.EnumerateObject().First().Value;
        Assert.Equal("connectedDeviceCount", hub.GetProperty("name").GetProperty("value").GetString());
        Assert.Equal(12 * 60, hub.GetProperty("timeseries")[0].GetProperty("data").GetArrayLength());
    }

    private static Fleet Simulate(LogArtefacts artefacts) =>
        Fleet.Simulate(FleetPresets.Plain(6) with { Devices = 60, Hours = 12, Artefacts = artefacts });
}
