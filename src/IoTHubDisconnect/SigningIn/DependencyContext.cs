using System.Reflection;
using System.Runtime.Loader;
using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Keeps the Azure SDK, and the libraries of MQTT and AMQP, to ourselves: Az modules load theirs, in other versions,
/// into the same process. Assemblies that lie in
/// <c>dependencies</c> are loaded here; what is ours, and what is .NET's, is shared.
/// </summary>
internal sealed class DependencyContext : AssemblyLoadContext
{
    private static readonly Lazy<DependencyContext> Instance = new(() => new());

    private readonly string _folder = Path.Combine(
        Path.GetDirectoryName(typeof(DependencyContext).Assembly.Location)!,
        "dependencies"
    );

    private DependencyContext()
        : base(nameof(IoTHubDisconnect)) { }

    public static IAzureConnector CreateAzureConnector() =>
        Create<IAzureConnector>("IoTHubDisconnect.Azure", "IoTHubDisconnect.Azure.AzureConnector");

    public static IConnectivityTester CreateConnectivityTester() =>
        Create<IConnectivityTester>(
            "IoTHubDisconnect.Connectivity",
            "IoTHubDisconnect.Connectivity.ConnectivityTester"
        );

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static T Create<T>(string assembly, string type) =>
        (T)
            Activator.CreateInstance(
                Instance.Value.LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!,
                nonPublic: true
            )!;
}
