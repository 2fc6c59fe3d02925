using System.Diagnostics;

namespace AzureStandIn.Kql;

/// <summary>Installs the npm packages that a folder's package-lock.json names.</summary>
public static class NodePackages
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs npm ci unless what it would install is there. Processes that want the same take turns.</summary>
    /// <exception cref="InvalidOperationException">Node.js is missing, or npm failed.</exception>
    public static async Task InstallAsync(string folder)
    {
        if (IsInstalled(folder))
            return;

        using var gate = await LockAsync(Path.Combine(folder, ".npm-ci.lock"));
        if (IsInstalled(folder))
            return;
        var (status, output) = await NodeProcess.RunAsync("npm", folder, "ci", "--no-audit", "--no-fund");
        if (status != 0)
            throw new InvalidOperationException($"npm ci failed in {folder}: {output}");
        await File.WriteAllBytesAsync(Installed(folder), await File.ReadAllBytesAsync(Wanted(folder)));
    }

    private static string Wanted(string folder) => Path.Combine(folder, "package-lock.json");

    private static string Installed(string folder) => Path.Combine(folder, "node_modules", ".installed-lock.json");

    private static bool IsInstalled(string folder) =>
        File.Exists(Installed(folder))
        && File.ReadAllBytes(Installed(folder)).AsSpan().SequenceEqual(File.ReadAllBytes(Wanted(folder)));

    private static async Task<FileStream> LockAsync(string path)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(Pause);
            }
        }
    }
}
