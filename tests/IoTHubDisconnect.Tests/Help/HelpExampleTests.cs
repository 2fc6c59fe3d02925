using System.Management.Automation.Language;

namespace IoTHubDisconnect.Tests.Help;

public class HelpExampleTests
{
    private static readonly IEnumerable<(HelpPage Page, HelpExample Example)> All =
        HelpPage.All.SelectMany(page => page.Examples, (page, example) => (page, example));

    public static IEnumerable<object[]> OfTheEngineAlone => All.Where(e => !e.Example.NeedsPwsh).Select(e => new object[] { e.Page.Name, e.Example.Title });

    [Theory]
    [MemberData(nameof(OfTheEngineAlone))]
    public void Example_finds_something_in_the_samples(string cmdlet, string title)
    {
        using var session = new HelpSession();

        Assert.NotEmpty(session.Run(HelpPage.Of(cmdlet).Examples.Single(example => example.Title == title).Code));
    }

    /// <summary>Examples that need pwsh are run by the Pester suite, so none may be among them for a misspelt command.</summary>
    [Fact]
    public void Examples_are_marked_for_pwsh_where_the_engine_lacks_a_cmdlet()
    {
        using var session = new HelpSession();

        Assert.All(All, e => Assert.Equal(e.Example.NeedsPwsh, CommandsOf(e.Example).Any(command => !session.Knows(command))));
    }

    [Fact]
    public void Every_cmdlet_has_four_to_seven_examples() => Assert.All(HelpPage.All, page => Assert.InRange(page.Examples.Count, 4, 7));

    private static IEnumerable<string> CommandsOf(HelpExample example)
    {
        var script = Parser.ParseInput(example.Code, out _, out var errors);
        Assert.Empty(errors);
        return script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Select(ast => ((CommandAst)ast).GetCommandName());
    }
}
