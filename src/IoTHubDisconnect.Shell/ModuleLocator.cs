namespace IoTHubDisconnect.Shell;

/// <summary>Finds the manifest of the module this host serves.</summary>
internal static class ModuleLocator
{
    private const string ManifestName = "IoTHubDisconnect.psd1";

    /// <summary>
    /// Looks in the folder of the program and in those above it, so that a build in a checkout finds the checkout's.
    /// Returns null where there is none.
    /// </summary>
    public static string? FindManifest(string startFolder)
    {
        for (DirectoryInfo? folder = new(startFolder); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, ManifestName);
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
