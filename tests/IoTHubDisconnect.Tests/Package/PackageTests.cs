using System.Reflection;
using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Package;

[Collection(nameof(PackageCollection))]
public class PackageTests(PackedModule package)
{
    /// <summary>https://learn.microsoft.com/azure/automation/shared-resources/modules</summary>
    private const int LongestOfAzureAutomation = 140;

    [Fact]
    public void Zip_holds_all_of_the_folder_under_names_that_Azure_Automation_takes()
    {
        using var zip = package.OpenZip();
        string[] names = [.. zip.Entries.Where(entry => entry.Name != "").Select(entry => entry.FullName)];

        Assert.Equal(package.Files.Order(), names.Order());
        Assert.All(names, name => Assert.InRange(name.Length, 1, LongestOfAzureAutomation));
    }

    [Fact]
    public void All_that_is_kept_in_module_ships_and_no_symbols()
    {
        var module = Repository.PathOf("module");
        string[] kept =
        [
            .. Directory
                .EnumerateFiles(module, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is not (".dll" or ".pdb"))
                .Select(file => "IoTHubDisconnect/module/" + Path.GetRelativePath(module, file).Replace('\\', '/')),
        ];

        Assert.Subset(package.Files.ToHashSet(), kept.ToHashSet());
        Assert.Contains(kept, file => file.Contains("/samples/insights-logs-connections/"));
        Assert.DoesNotContain(package.Files, file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE")]
    [InlineData("THIRD-PARTY-NOTICES.md")]
    public void What_people_read_ships(string file) =>
        Assert.Equal(File.ReadAllText(Repository.PathOf(file)).ReplaceLineEndings("\n"), package.Read(file));

    [Fact]
    public void Manifest_is_valid_and_has_what_galleries_show()
    {
        var json = Pwsh.Run(
                $$"""
                Test-ModuleManifest '{{package.Folder}}/IoTHubDisconnect.psd1' -WarningAction Stop | Select-Object ReleaseNotes,
                    @{ n = 'Version'; e = { "$($_.Version)" } }, @{ n = 'ProjectUri'; e = { "$($_.ProjectUri)" } },
                    @{ n = 'IconUri'; e = { "$($_.IconUri)" } } | ConvertTo-Json -Compress
                """
            )
            .Clean()
            .Output;
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

        var version = manifest["Version"];
        var sections = package.Read("CHANGELOG.md").Split("\n## ");
        var changes = sections
            .Single(section => section.StartsWith(version + "\n", StringComparison.Ordinal))[version.Length..]
            .Trim();
        Assert.Equal(changes, manifest["ReleaseNotes"].ReplaceLineEndings("\n"));
        Assert.StartsWith("https://github.com/", manifest["ProjectUri"]);
        var icon = manifest["IconUri"][manifest["IconUri"].IndexOf("docs/", StringComparison.Ordinal)..];
        Assert.Equal("PNG"u8, File.ReadAllBytes(Repository.PathOf(icon)).AsSpan(1, 3));
    }

    [Fact]
    public void No_dependency_is_of_a_release_that_is_long_gone()
    {
        var file = Path.Combine(package.Folder, "module/dependencies/System.Security.Cryptography.ProtectedData.dll");

        Assert.InRange(AssemblyName.GetAssemblyName(file).Version!.Major, 8, int.MaxValue);
    }

    [Fact]
    public void Package_names_no_folder_of_the_machine_that_built_it()
    {
        byte[][] root = [Encoding.UTF8.GetBytes(Repository.Root), Encoding.Unicode.GetBytes(Repository.Root)];

        foreach (var file in Directory.EnumerateFiles(package.Folder, "*", SearchOption.AllDirectories))
            Assert.All(root, text => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(text) < 0, file));
    }
}
