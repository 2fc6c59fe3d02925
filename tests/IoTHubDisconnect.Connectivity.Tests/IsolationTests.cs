using System.Runtime.Loader;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>The libraries of MQTT and AMQP keep to themselves: whatever others have loaded stays theirs.</summary>
public sealed class IsolationTests
{
    [Theory]
    [InlineData("MQTTnet")]
    [InlineData("Amqp.Net")]
    [InlineData("IoTHubDisconnect.Connectivity")]
    public async Task The_modules_libraries_are_in_a_context_of_their_own(string name)
    {
        await using var lab = await Lab.OpenAsync();
        (await lab.TestHubAsync("-Protocol Mqtt, Amqp")).AllPassed();

        var own = AssemblyLoadContext
            .All.Single(context => context.Name == "IoTHubDisconnect")
            .Assemblies.Single(assembly => assembly.GetName().Name == name);
        Assert.All(
            AssemblyLoadContext.Default.Assemblies.Where(assembly => assembly.GetName().Name == name),
            other => Assert.NotSame(own, other)
        );
    }

    [Fact]
    public void No_type_of_theirs_shows()
    {
        var types = typeof(ConnectivityTestResult)
            .Assembly.GetExportedTypes()
            .Concat(typeof(Commands.TestDeviceConnectivityCommand).Assembly.GetExportedTypes());
        var seen = types
            .SelectMany(type => type.GetProperties())
            .Select(property => property.PropertyType.Assembly.GetName().Name);
        Assert.DoesNotContain(seen, name => name is "MQTTnet" or "Amqp.Net");
    }
}
