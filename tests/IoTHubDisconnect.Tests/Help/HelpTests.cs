using System.Management.Automation;
using IoTHubDisconnect.Generate.Help;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Tests.Help;

/// <summary>The pages in docs/help, beside the cmdlets. What Get-Help makes of them is tested in PowerShell.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly Session _session = new();

    private CmdletInfo[] Cmdlets => _session.Run("Get-Command -Module IoTHubDisconnect").As<CmdletInfo>();

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
