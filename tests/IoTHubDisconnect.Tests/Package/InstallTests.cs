using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Package;

[Collection(nameof(PackageCollection))]
public sealed class InstallTests(InstalledModule module) : IClassFixture<InstalledModule>
{
    [Fact]
    public void Gallery_shows_where_the_module_is_from_and_what_is_new()
    {
        var shown = module.Run(
            """
            $found = Find-PSResource IoTHubDisconnect -Repository Local
            "$($found.ProjectUri)"; "$($found.IconUri)"; "$($found.LicenseUri)"; $found.ReleaseNotes
            """
        );

        Assert.All(shown[..3], uri => Assert.StartsWith("https://", uri));
        Assert.Contains(shown[3], File.ReadAllText(Repository.PathOf("CHANGELOG.md")));
    }

    [Fact]
    public void Installed_module_names_the_causes_in_its_samples()
    {
        using var session = new Session();
        var expected = session
            .Run("Measure-DisconnectCause $samples", ("samples", Repository.PathOf("module/samples")))
            .As<DisconnectSummary>()
            .Select(sum => $"{sum.Name} {sum.Count}")
            .ToArray();

        Assert.NotEmpty(expected);
        Assert.Equal(
            expected,
            module.Run(
                """
                Import-Module IoTHubDisconnect
                Set-Location "$((Get-Module IoTHubDisconnect).ModuleBase)/module/samples"
                Measure-DisconnectCause ./insights-logs-connections | ForEach-Object { "$($_.Name) $($_.Count)" }
                """
            )
        );
    }

    [Theory]
    [InlineData("about_IoTHubDisconnect", "404104")]
    [InlineData("Measure-DisconnectCause -Full", "EXAMPLE 1")]
    public void Installed_module_has_its_help(string topic, string text)
    {
        var lines = module.Run($"Import-Module IoTHubDisconnect; Get-Help {topic} | Out-String");

        Assert.Contains(lines, line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Nothing listens there: to find that out takes the libraries that the module brings.</summary>
    [Theory]
    [InlineData(
        "Get-DeviceDisconnect -StorageContainerUri 'http://127.0.0.1:9/a/logs?sv=2024-11-04&sr=c&sp=rl&sig=eA%3D%3D'",
        "Unreachable,*",
        "Azure.Storage.Blobs.dll"
    )]
    [InlineData("Test-DeviceConnectivity localhost -ConnectTo 127.0.0.1 -Quiet", "False", "MQTTnet.dll")]
    public void Installed_module_uses_its_own_libraries_on_the_network(string command, string answer, string library)
    {
        var lines = module.Run(
            $$"""
            $base = (Import-Module IoTHubDisconnect -PassThru).ModuleBase
            $answer = try { {{command}} } catch { $_.FullyQualifiedErrorId }
            "$($answer -like '{{answer}}')"
            [AppDomain]::CurrentDomain.GetAssemblies().Location -like "$base/module/dependencies/*" | Split-Path -Leaf
            """
        );

        Assert.Equal("True", lines[0]);
        Assert.Contains(library, lines);
    }
}
