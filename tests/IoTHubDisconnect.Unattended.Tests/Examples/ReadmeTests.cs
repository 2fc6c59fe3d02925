using System.Management.Automation.Language;
using IoTHubDisconnect.Tests;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>The README's commands, from its first to its last in one session.</summary>
[Collection(nameof(ExampleCloud))]
public sealed class ReadmeTests(ReadmeTests.Session session) : IClassFixture<ReadmeTests.Session>
{
    private const string Import = "Import-Module ./IoTHubDisconnect.psd1";

    public static TheoryData<Example> Commands => [.. All];

    private static IReadOnlyList<Example> All { get; } =
    [.. Fences().SelectMany(StatementsOf).Select(code => new Example("README", code, code))];

    [Theory]
    [MemberData(nameof(Commands), DisableDiscoveryEnumeration = true)]
    public void Commands_run(Example command) =>
        session.Outcomes[command].Check(command, isSilent: command.Code == Import);

    [Fact]
    public void It_has_commands() => Assert.Contains(All, command => command.Code == Import);

    private static IEnumerable<string> Fences() =>
        File.ReadAllText(Repository.PathOf("README.md"))
            .Split("```powershell\n")
            .Skip(1)
            .Select(text => text[..text.IndexOf("\n```", StringComparison.Ordinal)]);

    private static IEnumerable<string> StatementsOf(string fence) =>
        Parser.ParseInput(fence, out _, out _).EndBlock.Statements.Select(statement => statement.Extent.Text);

    public sealed class Session : IDisposable
    {
        private readonly ExampleSession _session;

        public Session(ExampleCloud cloud)
        {
            _session = new ExampleSession(cloud);
            foreach (var name in new[] { "IoTHubDisconnect.psd1", "module" })
                _session.Link(name, Repository.PathOf(name));
            Outcomes = _session.Run(All, "");
        }

        internal Dictionary<Example, ExampleOutcome> Outcomes { get; }

        public void Dispose() => _session.Dispose();
    }
}
