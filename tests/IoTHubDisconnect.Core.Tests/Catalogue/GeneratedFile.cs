namespace IoTHubDisconnect.Core.Tests.Catalogue;

/// <summary>A committed file that is made from another.</summary>
internal sealed class GeneratedFile(string path)
{
    private readonly string _fullPath = Path.Combine(Root(), path);

    public string? Committed => File.Exists(_fullPath) ? File.ReadAllText(_fullPath).ReplaceLineEndings("\n") : null;

    /// <summary>Fails if the file differs, or rewrites it when <c>UPDATE_GENERATED</c> is 1.</summary>
    public void ShouldBe(string expected)
    {
        if (Committed == expected)
            return;
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") != "1")
            Assert.Fail(
                $"{path} is not what its source gives. Run the tests with UPDATE_GENERATED=1 to rewrite it, then commit it."
            );

        Directory.CreateDirectory(Path.GetDirectoryName(_fullPath)!);
        File.WriteAllText(_fullPath, expected);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IoTHubDisconnect.psd1")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
    }
}
