using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Marks;

/// <summary>Copies of the built module in the temp folder, deleted at the end.</summary>
internal sealed class ModuleCopies : IDisposable
{
    private const string Core = "IoTHubDisconnect.Core";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("IoTHubDisconnect.Benchmarks");

    /// <summary>The manifest of a new copy, whose engine lacks the marks of a room of <see cref="HotPath"/>.</summary>
    public string Add(string? withoutMarksOf = null)
    {
        var copy = _folder.CreateSubdirectory(withoutMarksOf ?? "Shipped").FullName;
        var manifest = Path.Combine(copy, Path.GetFileName(Checkout.Manifest));
        File.Copy(Checkout.Manifest, manifest);
        Copy(Path.Combine(Checkout.Root, "module"), Path.Combine(copy, "module"));
        if (withoutMarksOf is not null)
            BuildEngine(copy, withoutMarksOf);
        return manifest;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void BuildEngine(string copy, string room)
    {
        var project = Path.Combine(Checkout.Root, "src", Core);
        var marks = File.ReadAllText(Path.Combine(project, "HotPath.cs"));
        var changed = marks.Replace($" {room} = Marked;", $" {room} = default;", StringComparison.Ordinal);
        if (changed == marks)
            throw new ArgumentException($"HotPath.cs has no marks of {room}.", nameof(room));
        var file = Path.Combine(copy, "HotPath.cs");
        File.WriteAllText(file, changed);
        var artifacts = Path.Combine(copy, "artifacts");
        ChildProcess.DotNet(
            "build",
            project,
            "--configuration",
            "Release",
            "--artifacts-path",
            artifacts,
            $"-p:HotPathFile={file}"
        );
        var engine = Core + ".dll";
        File.Copy(
            Path.Combine(artifacts, "bin", Core, "release", engine),
            Path.Combine(copy, "module", engine),
            overwrite: true
        );
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
