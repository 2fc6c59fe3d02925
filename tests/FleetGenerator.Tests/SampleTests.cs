using System.Runtime.CompilerServices;
using FleetGenerator.Samples;

namespace FleetGenerator.Tests;

public sealed class SampleTests : IDisposable
{
    private const string Remedy =
        "make them anew: dotnet run --project tests/FleetGenerator -- --profile samples --out "
        + "module/samples --labels tests/FleetGenerator/samples-labels.csv";

    private readonly string _folder = Directory.CreateTempSubdirectory("samples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_samples_show_every_cause() =>
        Assert.Equal(
            Enum.GetValues<Cause>(),
            SampleFleet.Create().Labels.Select(label => label.Cause).Distinct().Order()
        );

    [Fact]
    public void The_samples_that_ship_are_what_the_generator_makes()
    {
        SampleFleet.Create().WriteLogs(_folder);

        var shipped = Path.Combine(Root(), "module", "samples");
        Assert.Equal(Files(_folder), Files(shipped));
        foreach (var file in Files(_folder))
            Assert.True(
                File.ReadAllBytes(Path.Combine(_folder, file))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(shipped, file))),
                $"{file} differs; {Remedy}"
            );
    }

    [Fact]
    public void Their_labels_are_kept_beside_the_generator()
    {
        var labels = Path.Combine(_folder, "labels.csv");
        SampleFleet.Create().WriteLabels(labels);

        Assert.Equal(
            File.ReadAllText(Path.Combine(Root(), "tests", "FleetGenerator", "samples-labels.csv")),
            File.ReadAllText(labels)
        );
    }

    private static string[] Files(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file))
                .Order(StringComparer.Ordinal),
        ];

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
