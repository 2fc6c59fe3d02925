using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Package;

/// <summary>The package, published to a gallery and installed from it by a user who has nothing else.</summary>
public sealed class InstalledModule : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("home");

    /// <summary>Publishes and installs it.</summary>
    /// <remarks>Without ~/.config, the settings of the gallery's client would go to the folder it runs in.</remarks>
    public InstalledModule(PackedModule package) =>
        Run(
            $"""
            $null = New-Item ~/.config -ItemType Directory
            $gallery = New-Item ~/gallery -ItemType Directory
            Register-PSResourceRepository -Name Local -Uri $gallery.FullName -Trusted
            Publish-PSResource -Path '{package.Folder}' -Repository Local
            Install-PSResource IoTHubDisconnect -Repository Local
            """
        );

    /// <summary>Runs a script as that user.</summary>
    public string[] Run(string script) =>
        Pwsh.Run($"$ErrorActionPreference = 'Stop'; Set-Location '{_home.FullName}'\n{script}", Environment())
            .Clean()
            .Lines;

    private (string, string?)[] Environment()
    {
        var elsewhere = System
            .Environment.GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(name => name.StartsWith("XDG_", StringComparison.Ordinal) || name == "PSModulePath");
        return [("HOME", _home.FullName), .. elsewhere.Select(name => (name, (string?)null))];
    }

    /// <summary>Removes the user.</summary>
    public void Dispose() => _home.Delete(recursive: true);
}
