namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>Where the builds of this checkout are.</summary>
internal static class Checkout
{
    private const string ManifestName = "IoTHubDisconnect.psd1";

    private static readonly string Root = FindRoot();

    public static string Manifest => Path.Combine(Root, ManifestName);

    /// <summary>The console host, built as this program is.</summary>
    public static string Shell
    {
        get
        {
            DirectoryInfo framework = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(Root, "src", "IoTHubDisconnect.Shell", "bin", framework.Parent!.Name, framework.Name, "IoTHubDisconnect.Shell.dll");
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, ManifestName)))
            folder = folder.Parent;
        return folder?.FullName ?? throw new FileNotFoundException($"{ManifestName} is not above {AppContext.BaseDirectory}.");
    }
}
