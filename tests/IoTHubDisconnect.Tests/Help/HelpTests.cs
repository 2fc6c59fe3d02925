using System.Management.Automation;
using IoTHubDisconnect.Core.Tests.Catalogue;

namespace IoTHubDisconnect.Tests.Help;

public sealed class HelpTests : IDisposable
{
    private readonly HelpSession _session = new();

    public static TheoryData<string> Pages => [.. HelpPage.All.Select(page => page.Name)];

    [Fact]
    public void Help_file_is_current()
    {
        var docs = new MemberDocs(typeof(DeviceDisconnect).Assembly);
        var commands = _session.Cmdlets.Select(cmdlet => new MamlCommand(HelpPage.Of(cmdlet.Name), cmdlet, docs).Render());

        new GeneratedFile("module/en-US/IoTHubDisconnect.dll-Help.xml").ShouldBe(Maml.Render(commands));
    }

    [Fact]
    public void Every_exported_cmdlet_has_a_page() =>
        Assert.Equal(_session.Cmdlets.Select(cmdlet => cmdlet.Name).Order(), HelpPage.All.Select(page => page.Name).Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Get_Help_gives_the_page_and_not_what_it_makes_of_a_cmdlet_without_one(string cmdlet)
    {
        var help = _session.Run($"Get-Help {cmdlet} -Full").Single();

        Assert.Contains("MamlCommandHelpInfo#FullView", help.TypeNames);
        Assert.Equal(HelpPage.Of(cmdlet).Synopsis, help.Properties["Synopsis"].Value);
        Assert.NotEmpty((PSObject[])help.Properties["description"].Value);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parameters_in_the_help_are_those_of_the_cmdlet(string cmdlet)
    {
        var own = _session.Cmdlets.Single(c => c.Name == cmdlet).Parameters.Keys.Except(Cmdlet.CommonParameters);
        var help = _session.Run($"Get-Help {cmdlet} -Parameter * -ErrorAction Ignore");

        Assert.Equal(own.Order(), help.Select(p => p.Properties["name"].Value.ToString()!).Order());
        Assert.All(help, p => Assert.NotEmpty((PSObject[])p.Properties["description"].Value));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_https_pages_or_to_topics_that_are_there(string cmdlet)
    {
        var links = HelpPage.Of(cmdlet).Links;

        Assert.All(links.Where(link => link.Uri.Length > 0), link => Assert.StartsWith("https://learn.microsoft.com/", link.Uri, StringComparison.Ordinal));
        Assert.All(links.Where(link => link.Uri.Length == 0), link => Assert.NotEmpty(_session.Run($"Get-Help {link.Text}")));
        Assert.NotEmpty(links[0].Uri);
    }

    public void Dispose() => _session.Dispose();
}
