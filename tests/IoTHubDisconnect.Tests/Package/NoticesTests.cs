using System.Diagnostics;
using System.Text.RegularExpressions;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Package;

[Collection(nameof(PackageCollection))]
public partial class NoticesTests(PackedModule package)
{
    [Fact]
    public void Notices_are_those_of_the_packages_that_were_restored()
    {
        var file = Path.GetTempFileName();
        Pwsh.Run($"& '{Repository.PathOf("tools/Write-ThirdPartyNotices.ps1")}' '{file}'").Clean();
        var notices = File.ReadAllText(file);
        File.Delete(file);

        var written = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md")).ReplaceLineEndings("\n");
        Assert.True(notices == written, "Run tools/Write-ThirdPartyNotices.ps1 after a build.");
    }

    [Fact]
    public void Every_assembly_of_others_that_ships_is_named_with_its_version()
    {
        var named = Row()
            .Matches(package.Read("THIRD-PARTY-NOTICES.md"))
            .ToDictionary(row => row.Groups["assembly"].Value, row => Version.Parse(row.Groups["version"].Value));
        string[] shipped =
        [
            .. Directory
                .EnumerateFiles(package.Folder, "*.dll", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith("IoTHubDisconnect.", StringComparison.Ordinal)),
        ];

        Assert.Equal(named.Keys.Order(), shipped.Select(Path.GetFileName).Order());
        Assert.All(
            shipped,
            file => Assert.Equal(Start(Version.Parse(VersionOf(file))), Start(named[Path.GetFileName(file)]))
        );
    }

    private static Version Start(Version version) => new(version.Major, version.Minor, version.Build);

    private static string VersionOf(string file) =>
        LeadingVersion().Match(FileVersionInfo.GetVersionInfo(file).ProductVersion!).Value;

    [GeneratedRegex(@"^\| `(?<assembly>[^`]+)` \| \[\S+ (?<version>[\d.]+)\]", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^[\d.]+")]
    private static partial Regex LeadingVersion();
}
