using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IoTHubDisconnect.Commands;

namespace IoTHubDisconnect.Net8.Tests;

/// <summary>What the module's assemblies and their dependencies ask of .NET is there.</summary>
public sealed class RuntimeTests
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly AssemblyLoadContext Own = AssemblyLoadContext.GetLoadContext(
        DependencyContext.CreateAzureConnector().GetType().Assembly
    )!;

    public static TheoryData<string> Dependencies =>
        new(
            Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "dependencies"), "*.dll")
                .Select(f => Path.GetFileNameWithoutExtension(f))
        );

    [Fact]
    public void These_tests_run_on_NET_8()
    {
        Assert.Equal(8, Environment.Version.Major);
        Assert.StartsWith(AppContext.BaseDirectory, typeof(object).Assembly.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IoTHubDisconnect")]
    [InlineData("IoTHubDisconnect.Core")]
    [InlineData("IoTHubDisconnect.Azure")]
    [InlineData("IoTHubDisconnect.Connectivity")]
    public void Every_method_can_be_compiled(string assembly)
    {
        var methods = Own.LoadFromAssemblyName(new AssemblyName(assembly))
            .GetTypes()
            .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            .Where(method =>
                !method.IsAbstract
                && !method.ContainsGenericParameters
                && !method.DeclaringType!.ContainsGenericParameters
            )
            .ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => RuntimeHelpers.PrepareMethod(method.MethodHandle));
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void Whatever_a_dependency_refers_to_is_there(string dependency)
    {
        var references = Own.LoadFromAssemblyName(new AssemblyName(dependency)).GetReferencedAssemblies();

        Assert.All(
            references,
            reference =>
                Assert.True(Own.LoadFromAssemblyName(reference).GetName().Version >= reference.Version, $"{reference}")
        );
    }
}
