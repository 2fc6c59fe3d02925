using System.Management.Automation;
using IoTHubDisconnect.Core.Tests.Catalogue;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Help;

/// <summary>The help file is made of the pages and of the cmdlets. What Get-Help makes of it is tested in PowerShell.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly Session _session = new();

    private CmdletInfo[] Cmdlets => _session.Run("Get-Command -Module IoTHubDisconnect").As<CmdletInfo>();

    [Fact]
    public void Help_file_is_current()
    {
        var docs = new MemberDocs(typeof(DeviceDisconnect).Assembly);
        var commands = Cmdlets.Select(cmdlet => new MamlCommand(HelpPage.Of(cmdlet.Name), cmdlet, docs).Render());

        new GeneratedFile("module/en-US/IoTHubDisconnect.dll-Help.xml").ShouldBe(Maml.Render(commands));
    }

    [Fact]
    public void Every_page_is_of_an_exported_cmdlet() =>
        Assert.Equal(Cmdlets.Select(cmdlet => cmdlet.Name).Order(), HelpPage.All.Select(page => page.Name).Order());

    [Fact]
    public void Links_lead_to_topics_that_are_there() =>
        Assert.All(
            HelpPage
                .All.SelectMany(page => page.Links)
                .Where(link => link.Uri.Length == 0)
                .DistinctBy(link => link.Text),
            link => Assert.NotEmpty(_session.Run($"Get-Help {link.Text}").Clean().Output)
        );

    public void Dispose() => _session.Dispose();
}
