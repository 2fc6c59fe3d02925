using System.IO.Compression;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Package;

/// <summary>The package as <c>build.ps1 -Task Package</c> writes it, packed once for all tests of it.</summary>
public sealed class PackedModule
{
    /// <summary>Packs it.</summary>
    /// <remarks>Servers of the build would outlive it and keep its output open.</remarks>
    public PackedModule() =>
        Pwsh.Run(
                $"& '{Repository.PathOf("build.ps1")}' -Task Package",
                ("MSBUILDDISABLENODEREUSE", "1"),
                ("UseSharedCompilation", "false")
            )
            .Clean();

    /// <summary>What goes to a gallery.</summary>
    public string Folder { get; } = Repository.PathOf("package/IoTHubDisconnect");

    /// <summary>The files of the folder, as the zip should name them.</summary>
    public IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.GetDirectoryName(Folder)!, file).Replace('\\', '/'));

    /// <summary>The zip that goes to Azure Automation.</summary>
    public ZipArchive OpenZip() => ZipFile.OpenRead(Folder + ".zip");

    /// <summary>Reads a text of the folder.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");
}
