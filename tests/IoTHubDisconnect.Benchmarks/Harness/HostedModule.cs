using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>The PowerShell engine in this process.</summary>
internal sealed class HostedModule : IDisposable
{
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    public HostedModule() => _runspace.Open();

    public void Import(string manifest) => Run($"Import-Module -Name {Quote(manifest)}");

    public static string Quote(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Runs a command that must not fail.</summary>
    public IReadOnlyList<PSObject> Run(string command)
    {
        using var shell = PowerShell.Create(_runspace);
        IReadOnlyList<PSObject> results = shell.AddScript(command).Invoke();
        if (shell.HadErrors && shell.Streams.Error is [var error, ..])
            throw new InvalidOperationException($"{command}: {error}");
        return results;
    }

    public void Dispose() => _runspace.Dispose();
}
