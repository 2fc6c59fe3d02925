using IoTHubDisconnect.Tests;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>What the README shows of its first command is what that prints.</summary>
public sealed class ReadmeTableTests
{
    private const string Fence = "```text\n";

    [Fact]
    public void The_table_is_what_its_command_prints()
    {
        using var session = new Session();
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var start = readme.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        var shown = readme[start..readme.IndexOf("\n…\n", start, StringComparison.Ordinal)];

        var printed = session
            .Run("Measure-DisconnectCause $logs | Out-String -Width 120", ("logs", Repository.PathOf("module/samples")))
            .As<string>()
            .Single();

        Assert.StartsWith(shown, Plain(printed), StringComparison.Ordinal);
    }

    private static string Plain(string table) =>
        string.Join('\n', table.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0));
}
