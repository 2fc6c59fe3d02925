using FleetGenerator.Benchmark;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>A log of a simulated fleet in the temp folder, deleted at the end.</summary>
internal sealed class GeneratedLog : IDisposable
{
    private const int Seed = 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("IoTHubDisconnect.Benchmarks");

    /// <summary>Writes the log of a fleet that is mostly renewals, unless profiles say otherwise.</summary>
    public GeneratedLog(int rows, int devices, BenchmarkProfile[]? profiles = null)
    {
        Rows = rows;
        Devices = devices;
        FilePath = Path.Combine(_folder.FullName, "PT1H.json");
        try
        {
            using var stream = File.Create(FilePath);
            new BenchmarkLog(rows, devices, Seed, profiles ?? BenchmarkProfile.Fleet).WriteTo(stream);
            Megabytes = stream.Length / 1e6;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Rows { get; }

    public int Devices { get; }

    public double Megabytes { get; }

    public string FilePath { get; }

    public override string ToString() =>
        FormattableString.Invariant($"{Rows:N0} rows of {Devices:N0} devices ({Megabytes:N0} MB)");

    public void Dispose() => _folder.Delete(recursive: true);
}
