namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>Where the builds of this checkout are.</summary>
internal static class Checkout
{
    private const string ManifestName = "IoTHubDisconnect.psd1";

    public static string Root { get; } = FindRoot();

    public static string Manifest => Path.Combine(Root, ManifestName);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, ManifestName)))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new FileNotFoundException($"{ManifestName} is not above {AppContext.BaseDirectory}.");
    }
}
