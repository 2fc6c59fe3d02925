using System.Reflection;
using AzureStandIn.Kql;

namespace AzureStandIn.Tests.Evaluator;

public sealed class KqlEvaluatorTests
{
    private static readonly string Folder = typeof(StandInAzure)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "KqlEvaluator")
        .Value!;

    [Fact]
    public async Task The_evaluators_own_tests_pass()
    {
        await NodePackages.InstallAsync(Folder);
        var (status, output) = await NodeProcess.RunAsync("npm", Folder, "test");
        Assert.True(
            status == 0,
            string.Join('\n', output.Split('\n').Where(line => line.Contains("not ok", StringComparison.Ordinal)))
        );
    }

    [Fact]
    public void What_is_needed_is_said_where_it_is_missing()
    {
        var exception = Assert.Throws<InvalidOperationException>(() =>
            NodeProcess.Start("node-that-is-not-there", Folder, [])
        );
        Assert.Contains("needs Node.js 20 or later", exception.Message);
    }
}
