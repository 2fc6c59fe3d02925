using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Tests.Events;

[CollectionDefinition(nameof(SpillFileTests), DisableParallelization = true)]
public sealed class OwnTemporaryFolder;

/// <summary>The temporary file of large logs. TMPDIR is the whole process's, so nothing runs beside.</summary>
[Collection(nameof(SpillFileTests))]
public sealed class SpillFileTests : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spill-");

    [Fact]
    public void It_has_no_name_that_a_killed_process_could_leave()
    {
        if (OperatingSystem.IsWindows())
            return;
        Environment.SetEnvironmentVariable(Variable, _folder.FullName);
        using var file = new SpillFile();
        byte[] written = [1, 2, 3],
            read = new byte[3];

        file.Read(read, file.Write(written));

        Assert.Equal(written, read);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_by_name()
    {
        if (OperatingSystem.IsWindows())
            return;
        Environment.SetEnvironmentVariable(Variable, "/nowhere/at/all");

        var exception = Assert.Throws<TemporaryFileException>(() => new SpillFile());

        Assert.Contains("/nowhere/at/all", exception.Message);
    }

    [Fact]
    public void What_is_gone_is_told()
    {
        using var file = new SpillFile();

        Assert.Throws<TemporaryFileException>(() => file.Read(new byte[1], 100));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Delete(recursive: true);
    }
}
