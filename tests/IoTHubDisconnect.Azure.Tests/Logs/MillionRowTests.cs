using System.Diagnostics;
using System.Globalization;
using FleetGenerator.Benchmark;
using Xunit.Abstractions;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>
/// A day of a large fleet. What it takes of memory is that of the whole process, PowerShell included; the stand-in is
/// another one.
/// </summary>
public sealed class MillionRowTests(MillionRowTests.LargeCloud cloud, ITestOutputHelper output)
    : IClassFixture<MillionRowTests.LargeCloud>
{
    private const int MostMegabytes = 400;

    public sealed class LargeCloud : Cloud
    {
        protected override void Write(string folder)
        {
            using var file = File.Create(System.IO.Path.Combine(folder, "day.json"));
            new BenchmarkLog(1_000_000, devices: 17_000, seed: 3).WriteTo(file);
        }
    }

    [Fact]
    public void Comes_whole_and_in_little_memory()
    {
        var files = Measure("$logs", $"$logs = '{cloud.Path}'");
        var watch = Stopwatch.StartNew();
        var azure = Measure(
            "-WorkspaceId $workspace -StartTime 2026-11-15Z -EndTime 2026-11-20Z",
            "$null = Connect-IoTHubDisconnect -AccessToken $tokens -Environment $cloud"
        );

        output.WriteLine(
            $"{azure.Megabytes:N0} MB, {watch.Elapsed.TotalSeconds:N0} s; from files {files.Megabytes:N0} "
                + $"MB. {cloud.Azure.Requests.Count(r => r.Query is not null)} queries."
        );

        Assert.NotEmpty(files.Sums);
        Assert.Equal(files.Sums, azure.Sums);
        Assert.True(azure.Megabytes < MostMegabytes, $"{azure.Megabytes:N0} MB");
        Assert.True(cloud.Azure.PeakConcurrentQueries <= 5);
    }

    /// <summary>The peak is taken before the sums are written out here, which needs more than summing up did.</summary>
    private (string[] Sums, double Megabytes) Measure(string source, string before)
    {
        var lines = ChildShell.Run(
            cloud,
            $$"""
            {{before}}
            $sums = Get-DeviceDisconnect {{source}} | Measure-DisconnectCause -By Device
            $peak = [IO.File]::ReadAllLines('/proc/self/status') -match '^VmHWM'
            foreach ($sum in $sums) { ($sum.PSObject.Properties.ForEach{ "$($_.Name)=$($_.Value)" }) -join '|' }
            $peak
            """
        );
        return (
            lines[..^1],
            double.Parse(lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
                / 1024
        );
    }
}
