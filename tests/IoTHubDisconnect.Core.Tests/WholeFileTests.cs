using System.Text;

namespace IoTHubDisconnect.Core.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whole-");

    private string Report => Path.Combine(_folder.FullName, "report.html");

    [Fact]
    public void A_disk_that_fills_up_leaves_the_file_that_was_there()
    {
        File.WriteAllText(Report, "old");

        Assert.Throws<IOException>(() => WholeFile.Write(Report, "new", new FullDisk()));

        Assert.Equal("old", File.ReadAllText(Report));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Of_two_writers_one_has_the_last_word()
    {
        string[] texts = [new string('a', 1_000_000), new string('b', 1_000_000)];

        Parallel.For(0, 40, i => WholeFile.Write(Report, texts[i % 2], Encoding.UTF8));

        Assert.Contains(File.ReadAllText(Report), texts);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void What_a_killed_process_left_goes_in_time()
    {
        var left = Path.Combine(_folder.FullName, ".report.html.abcdefgh.ijk.part");
        File.WriteAllText(left, "half");
        WholeFile.Write(Report, "new", Encoding.UTF8);
        Assert.True(File.Exists(left));

        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        WholeFile.Write(Report, "new", Encoding.UTF8);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void A_folder_that_takes_nothing_is_named_and_no_name_that_nobody_gave()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            return;
        _folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;

        var refusal = Assert.Throws<UnauthorizedAccessException>(() => WholeFile.Write(Report, "new", Encoding.UTF8));

        _folder.UnixFileMode |= UnixFileMode.UserWrite;
        Assert.Contains($"'{_folder.FullName}'", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_stays_one_and_a_mode_stays()
    {
        if (OperatingSystem.IsWindows())
            return;
        var target = Path.Combine(_folder.FullName, "target.html");
        File.WriteAllText(target, "old");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(Report, target);

        WholeFile.Write(Report, "new", Encoding.UTF8);

        Assert.Equal("new", File.ReadAllText(target));
        Assert.NotNull(new FileInfo(Report).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
    }

    [Fact]
    public void A_device_is_written_to()
    {
        if (OperatingSystem.IsWindows())
            return;
        WholeFile.Write("/dev/null", "new", Encoding.UTF8);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Fails as a disk does, when the file was opened already.</summary>
    private sealed class FullDisk : UTF8Encoding
    {
        public override byte[] GetBytes(string s) => throw new IOException("No space left on device");

        public override Encoder GetEncoder() => throw new IOException("No space left on device");
    }
}
