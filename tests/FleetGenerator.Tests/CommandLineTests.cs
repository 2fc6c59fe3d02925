namespace FleetGenerator.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fleet").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_profile_writes_a_fleet()
    {
        var code = Run(
            "--out",
            _folder,
            "--profile",
            "odd",
            "--seed",
            "4",
            "--devices",
            "20",
            "--hours",
            "4",
            "--hubs",
            "1",
            "--start",
            "2026-03-01T06:00Z"
        );

        Assert.Equal(0, code);
        var file = Directory
            .EnumerateFiles(_folder, "PT1H.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First();
        Assert.Contains(Path.Combine("y=2026", "m=03", "d=01", "h=06", "m=00"), file);
        Assert.True(File.Exists(Path.Combine(_folder, "labels.csv")));
        Assert.True(File.Exists(Path.Combine(_folder, "metrics.json")));
    }

    [Fact]
    public void A_single_file_has_as_many_lines_as_rows_were_asked_for()
    {
        var file = Path.Combine(_folder, "log.json");

        Assert.Equal(0, Run("--single-file", file, "--rows", "5000", "--devices", "100"));
        Assert.Equal(5000, File.ReadLines(file).Count());
    }

    [Fact]
    public void The_samples_keep_their_labels_elsewhere()
    {
        var labels = Path.Combine(_folder, "labels.csv");
        var samples = Path.Combine(_folder, "samples");

        Assert.Equal(0, Run("--profile", "samples", "--out", samples, "--labels", labels));
        Assert.True(File.Exists(labels));
        Assert.Equal(
            [Path.Combine(samples, "insights-logs-connections")],
            Directory.EnumerateFileSystemEntries(samples)
        );
    }

    [Theory]
    [InlineData()]
    [InlineData("--profile", "plain")]
    [InlineData("--out", "x", "--profile", "none")]
    [InlineData("--out", "x", "--profile", "samples")]
    public void Anything_else_gets_the_usage(params string[] args)
    {
        Assert.Equal(2, Run(args));
        Assert.Contains("--out DIR", _error.ToString());
    }

    private int Run(params string[] args) => CommandLine.Run(args, _output, _error);
}
