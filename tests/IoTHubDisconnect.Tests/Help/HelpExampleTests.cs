using System.Management.Automation.Language;

namespace IoTHubDisconnect.Tests.Help;

public class HelpExampleTests
{
    private static readonly IEnumerable<(HelpPage Page, HelpExample Example)> All =
        HelpPage.All.SelectMany(page => page.Examples, (page, example) => (page, example));

    public static IEnumerable<object[]> OfTheEngineAlone => All.Where(e => e.Example.Needs == ExampleNeeds.Samples).Select(e => new object[] { e.Page.Name, e.Example.Title });

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

        Assert.All(All.Where(e => e.Example.Needs != ExampleNeeds.Azure),
            e => Assert.Equal(e.Example.Needs == ExampleNeeds.Pwsh, CommandsOf(e.Example).Any(command => !session.Knows(command.GetCommandName()))));
    }

    /// <summary>What needs Azure is not run here: it must say what the cmdlets take.</summary>
    [Fact]
    public void Examples_for_Azure_bind_to_the_cmdlets()
    {
        using var session = new HelpSession();
        var own = session.Cmdlets.ToDictionary(cmdlet => cmdlet.Name);

        foreach (var command in All.Where(e => e.Example.Needs == ExampleNeeds.Azure).SelectMany(e => CommandsOf(e.Example)).Where(c => own.ContainsKey(c.GetCommandName())))
        {
            var parameters = command.CommandElements.OfType<CommandParameterAst>().Select(p => p.ParameterName).ToArray();
            Assert.Contains(own[command.GetCommandName()].ParameterSets, set => Array.TrueForAll(parameters, name => set.Parameters.Any(p => p.Name == name)));
        }
    }

    [Fact]
    public void Every_cmdlet_has_examples_enough() =>
        Assert.All(HelpPage.All, page => Assert.InRange(page.Examples.Count, page.Parameters.Count == 0 ? 1 : 3, 7));

    private static IEnumerable<CommandAst> CommandsOf(HelpExample example)
    {
        var script = Parser.ParseInput(example.Code, out _, out var errors);
        Assert.Empty(errors);
        return script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
    }
}
