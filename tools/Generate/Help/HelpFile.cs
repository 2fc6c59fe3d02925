using System.Management.Automation;

namespace IoTHubDisconnect.Generate.Help;

/// <summary>What Get-Help reads, made of the pages in docs/help and of the cmdlets themselves.</summary>
internal static class HelpFile
{
    public static string Render()
    {
        var docs = new MemberDocs(typeof(DeviceDisconnect).Assembly);
        return Maml.Render(
            Cmdlets().Select(cmdlet => new MamlCommand(HelpPage.Of(cmdlet.Name), cmdlet, docs).Render())
        );
    }

    private static IReadOnlyList<CmdletInfo> Cmdlets()
    {
        using var shell = PowerShell.Create();
        return
        [
            .. shell
                .AddCommand("Import-Module")
                .AddArgument(GeneratedFile.FullPathOf("IoTHubDisconnect.psd1"))
                .AddParameter("ErrorAction", ActionPreference.Stop)
                .AddStatement()
                .AddCommand("Get-Command")
                .AddParameter("Module", "IoTHubDisconnect")
                .Invoke<CmdletInfo>(),
        ];
    }
}
