using IoTHubDisconnect.Generate.Help;
using IoTHubDisconnect.Tests;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>The examples of the help that need Azure or a hub. The others run in the Pester suite.</summary>
[Collection(nameof(ExampleCloud))]
public sealed class HelpExampleTests(HelpExampleTests.Session session) : IClassFixture<HelpExampleTests.Session>
{
    /// <summary>Those that no test can wait for.</summary>
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["Test-DeviceConnectivity: Watch a path for loss"] = "It takes eight minutes.",
    };

    /// <summary>Those that say nothing where all is well.</summary>
    private static readonly string[] Silent =
    [
        "Disconnect-IoTHubDisconnect: Sign out",
        "Enable-DisconnectLogging: See what would be sent to Azure",
        "Publish-DisconnectReport: See where a report would go",
        "Test-DeviceConnectivity: Decide in a script",
        "Test-DisconnectLogging: Check all hubs of a subscription",
        "Test-DisconnectLogging: Let a runbook fail when logs stop coming",
    ];

    public static TheoryData<Example> Examples => [.. Run];

    private static IReadOnlyList<Example> All { get; } =
    [
        .. from page in HelpPage.All
        from example in page.Examples
        where example.NeedsAzure
        select new Example(page.Name, example.Title, example.Code),
    ];

    private static IReadOnlyList<Example> Run { get; } = [.. All.Where(example => !NotRun.ContainsKey($"{example}"))];

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Examples_run(Example example) =>
        session.Outcomes[example].Check(example, isSilent: Silent.Contains($"{example}"));

    [Fact]
    public void What_is_excepted_is_there() =>
        Assert.Subset(All.Select(example => $"{example}").ToHashSet(), NotRun.Keys.Concat(Silent).ToHashSet());

    public sealed class Session : IDisposable
    {
        private static readonly string SignIn =
            $"Import-Module '{Repository.PathOf("IoTHubDisconnect.psd1")}'; Connect-IoTHubDisconnect -Identity";

        private readonly ExampleSession _session;

        public Session(ExampleCloud cloud)
        {
            _session = new ExampleSession(cloud);
            Outcomes = _session.Run(Run, SignIn);
        }

        internal Dictionary<Example, ExampleOutcome> Outcomes { get; }

        public void Dispose() => _session.Dispose();
    }
}
