using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>All the ways to say where the logs are. Each file holds one loss of a device named after it.</summary>
public sealed class PathTests : IDisposable
{
    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    public PathTests()
    {
        foreach (var name in new[] { "a.json", "b.json", "folder[1]/c.json" })
        {
            var device = new Device(Path.GetFileNameWithoutExtension(name));
            _folder.Write(name, device.Connect("01:00"), device.Lose("02:00", 404104, "DeviceConnectionClosedRemotely"));
        }
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        _session.Runspace.SessionStateProxy.SetVariable("here", _folder.Path);
    }

    [Theory]
    [InlineData("Get-DeviceDisconnect a.json", "a")]
    [InlineData("Get-DeviceDisconnect -Path a.json", "a")]
    [InlineData("Get-DeviceDisconnect a.json, b.json", "a b")]
    [InlineData("Get-DeviceDisconnect *.json", "a b")]
    [InlineData("Get-DeviceDisconnect [bc].json", "b")]
    [InlineData("Get-DeviceDisconnect .", "a b c")]
    [InlineData("Get-DeviceDisconnect $here", "a b c")]
    [InlineData("Get-DeviceDisconnect $here/a.json, a.json, *.json", "a b")]
    [InlineData("Get-DeviceDisconnect 'folder`[1`]'", "c")]
    [InlineData("Get-DeviceDisconnect -LiteralPath 'folder[1]'", "c")]
    [InlineData("Get-DeviceDisconnect -LiteralPath 'folder[1]/c.json', a.json", "a c")]
    [InlineData("Get-DeviceDisconnect -PSPath 'folder[1]'", "c")]
    [InlineData("Get-DeviceDisconnect \"Microsoft.PowerShell.Core\\FileSystem::$here/a.json\"", "a")]
    [InlineData("'a.json', 'b.json' | Get-DeviceDisconnect", "a b")]
    [InlineData("'*.json' | Get-DeviceDisconnect", "a b")]
    [InlineData(", ('a.json', 'b.json') | Get-DeviceDisconnect", "a b")]
    public void Paths_are_text(string script, string devices) => Check(script, devices);

    [Theory]
    [InlineData("[IO.FileInfo]::new(\"$here/a.json\") | Get-DeviceDisconnect", "a")]
    [InlineData("[IO.FileInfo]::new(\"$here/folder[1]/c.json\") | Get-DeviceDisconnect", "c")]
    [InlineData("[IO.DirectoryInfo]::new(\"$here/folder[1]\") | Get-DeviceDisconnect", "c")]
    [InlineData("[IO.DirectoryInfo]::new($here).GetFiles() | Get-DeviceDisconnect", "a b")]
    [InlineData("Get-DeviceDisconnect ([IO.FileInfo]::new(\"$here/folder[1]/c.json\"))", "c")]
    [InlineData("Get-DeviceDisconnect ([IO.DirectoryInfo]::new($here).GetFiles())", "a b")]
    public void Paths_are_files_and_folders(string script, string devices) => Check(script, devices);

    [Theory]
    [InlineData("[pscustomobject]@{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$here/folder[1]/c.json\" } | Get-DeviceDisconnect", "c")]
    [InlineData("[pscustomobject]@{ FullName = \"$here/folder[1]/c.json\" } | Get-DeviceDisconnect", "c")]
    [InlineData("[pscustomobject]@{ Path = \"$here/*.json\" } | Get-DeviceDisconnect", "a b")]
    public void Paths_are_properties_of_objects(string script, string devices) => Check(script, devices);

    [Theory]
    [InlineData("Measure-DisconnectCause *.json -By Device", "a b")]
    [InlineData("'a.json' | Measure-DisconnectCause -By Device", "a")]
    [InlineData("[IO.DirectoryInfo]::new($here) | Measure-DisconnectCause -By Device", "a b c")]
    [InlineData("Measure-DisconnectCause -LiteralPath 'folder[1]' -By Device", "c")]
    public void Sums_take_the_same_paths(string script, string devices) => Check(script, devices);

    [Theory]
    [InlineData("[pscustomobject]@{ Name = 'a.json' } | Get-DeviceDisconnect")]
    [InlineData("[guid]::Empty | Measure-DisconnectCause")]
    public void What_is_no_path_is_refused(string script)
    {
        var outcome = _session.Run(script);

        Assert.Empty(outcome.Output);
        Assert.StartsWith("InputObjectNotBound", outcome.TheError.FullyQualifiedErrorId);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private void Check(string script, string devices) =>
        Assert.Equal(devices, string.Join(' ', _session.Run(script).Clean().Output.Select(found => found.Properties["DeviceId"].Value).Order()));
}
