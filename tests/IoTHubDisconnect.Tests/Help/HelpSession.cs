using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Tests.Help;

/// <summary>The engine in a given language, with the module imported from its manifest and the samples as its place.</summary>
internal sealed class HelpSession : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    public HelpSession(string culture = "en-US")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        // Get-Help looks for the language of the thread it runs on.
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(Repository.PathOf("module/samples"));
        Run($"Import-Module '{Repository.PathOf("IoTHubDisconnect.psd1")}'");
    }

    public IReadOnlyList<CmdletInfo> Cmdlets =>
        [.. Run("Get-Command -Module IoTHubDisconnect").Select(command => (CmdletInfo)command.BaseObject)];

    /// <summary>Runs a script, in which any error ends the test.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        var output = shell.AddScript("$ErrorActionPreference = 'Stop'\n" + script).Invoke();
        Assert.Empty(shell.Streams.Error);
        return output;
    }

    public bool Knows(string command) => Run($"Get-Command {command} -ErrorAction Ignore").Count > 0;

    public void Dispose()
    {
        _runspace.Dispose();
        CultureInfo.CurrentUICulture = _before;
    }
}
