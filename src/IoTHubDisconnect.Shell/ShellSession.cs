using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace IoTHubDisconnect.Shell;

/// <summary>Makes the runspace: the engine's own commands, what this host says about the missing ones, and the module.</summary>
internal static class ShellSession
{
    public static Runspace Open(ShellHost host)
    {
        Runspace runspace = RunspaceFactory.CreateRunspace(host, InitialState());
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        ImportModule(runspace, host);
        return runspace;
    }

    private static InitialSessionState InitialState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Types.Add(new SessionStateTypeEntry(MissingCommandHint.TypeData, isRemove: false));
        string help = CodeGeneration.EscapeSingleQuotedStringContent(HelpText.Full);
        ReplaceFunction(state, "help", $"if ($args) {{ Get-Help @args }} else {{ '{help}' }}");
        ReplaceFunction(state, "Clear-Host", "[Console]::Clear()");
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;

        return state;
    }

    // The engine's own versions of these stand on cmdlets that it lacks.
    private static void ReplaceFunction(InitialSessionState state, string name, string body)
    {
        state.Commands.Remove(name, typeof(SessionStateFunctionEntry));
        state.Commands.Add(new SessionStateFunctionEntry(name, body));
    }

    private static void ImportModule(Runspace runspace, ShellHost host)
    {
        string? manifest = ModuleLocator.FindManifest(AppContext.BaseDirectory);
        if (manifest is null)
        {
            host.UI.WriteWarningLine($"There is no IoTHubDisconnect.psd1 in or above {AppContext.BaseDirectory}: the module is not loaded.");
            return;
        }

        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            host.UI.WriteWarningLine($"{manifest} is not loaded: {e.Message}");
        }
    }
}
