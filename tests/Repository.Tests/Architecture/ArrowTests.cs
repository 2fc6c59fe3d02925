using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using ArchUnitNET.Loader;

namespace IoTHubDisconnect.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public class ArrowTests
{
    /// <summary>The rooms of Core, from the outermost in: each may know those after it, and no other.</summary>
    private static readonly string[] Rooms =
    [
        "Alerts",
        "Comparisons",
        "Reports",
        "Sums",
        "FleetLog",
        "Causes",
        "Fleets",
        "Sources",
        "LoggingChecks",
        "Reading",
        "Connectivity",
        "Contracts",
        "Hubs",
        "Knowledge",
        "Results",
    ];

    /// <summary>
    /// Arrows the other way. A disconnect is a view of the device's profile, so that a million of them share one; and
    /// whoever asks why a query found no rows sends a query.
    /// </summary>
    private static readonly string[] Excepted = ["LoggingChecks -> Sources", "Results -> Fleets", "Results -> Reading"];

    private static readonly string Core = Repository.PathOf("src/IoTHubDisconnect.Core");

    /// <summary>
    /// A type's room is the folder of the file that has its name; what all use lies beside the folders.
    /// </summary>
    private static readonly Dictionary<string, string> RoomOf = Directory
        .EnumerateFiles(Core, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Type: NameOf(file), Room: NameOf(Path.GetRelativePath(Core, file).Split('/', '\\')[0])))
        .Where(file => Rooms.Contains(file.Room))
        .Distinct()
        .ToDictionary(file => file.Type, file => file.Room);

    [Fact]
    public void Rooms_know_only_those_further_in()
    {
        var core = new ArchLoader().LoadAssemblies(typeof(DeviceDisconnect).Assembly).Build();
        var arrows =
            from type in core.Types
            from dependency in type.Dependencies
            let room = RoomOfType(type.FullName)
            let other = RoomOfType(dependency.Target.FullName)
            where room is not null && other is not null && room != other
            select (From: room, To: other);
        var wrong = arrows
            .Distinct()
            .Where(arrow => !Rooms.SkipWhile(room => room != arrow.From).Skip(1).Contains(arrow.To))
            .Select(arrow => $"{arrow.From} -> {arrow.To}")
            .ToHashSet();
        string[] changed =
        [
            .. wrong.Except(Excepted).Select(arrow => $"{arrow} is not allowed."),
            .. Excepted.Except(wrong).Select(arrow => $"{arrow} is gone: strike it out of the list."),
        ];

        Assert.True(changed.Length == 0, string.Join('\n', changed.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("IoTHubDisconnect.Core.dll")]
    [InlineData("IoTHubDisconnect.dll", "IoTHubDisconnect.Core", "System.Management.Automation")]
    [InlineData("dependencies/IoTHubDisconnect.Azure.dll", "IoTHubDisconnect.Core", "Azure.")]
    [InlineData("dependencies/IoTHubDisconnect.Connectivity.dll", "IoTHubDisconnect.Core", "MQTTnet", "Amqp")]
    public void Assemblies_know_only_what_they_are_for(string assembly, params string[] known)
    {
        using var file = new PEReader(File.OpenRead(Repository.PathOf($"module/{assembly}")));
        var metadata = file.GetMetadataReader();
        var others = metadata
            .AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => !IsOfRuntime(name) && !known.Any(name.StartsWith));

        Assert.Empty(others);
    }

    private static bool IsOfRuntime(string name) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));

    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static string? RoomOfType(string type) =>
        type.StartsWith("IoTHubDisconnect.", StringComparison.Ordinal)
            ? RoomOf.GetValueOrDefault(type.Split('+', '`', '<', '[')[0].Split('.')[^1])
            : null;
}
