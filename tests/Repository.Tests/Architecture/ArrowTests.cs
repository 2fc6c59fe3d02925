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
        "LoggingChecks",
        "Alerts",
        "Comparisons",
        "Reports",
        "Fleets",
        "Causes",
        "Sources",
        "Reading",
        "Contracts",
        "Connectivity",
        "Hubs",
        "Knowledge",
        Results,
    ];

    /// <summary>Arrows the other way that are still to go.</summary>
    private static readonly string[] ToGo =
    [
        "Causes -> Fleets",
        "Connectivity -> Contracts",
        "Contracts -> Reading",
        "Results -> Alerts",
        "Results -> Causes",
        "Results -> Fleets",
        "Results -> Hubs",
        "Results -> Knowledge",
        "Results -> Reading",
        "Results -> Reports",
        "Sources -> LoggingChecks",
    ];

    /// <summary>What others see: types without a room of their own.</summary>
    private const string Results = "Results";

    private const string Root = "IoTHubDisconnect";

    [Fact]
    public void Rooms_know_only_those_further_in()
    {
        var core = new ArchLoader().LoadAssemblies(typeof(DeviceDisconnect).Assembly).Build();
        var arrows =
            from type in core.Types
            from dependency in type.Dependencies
            let room = RoomOf(type.Namespace?.FullName)
            let other = RoomOf(dependency.Target.Namespace?.FullName)
            where room is not null && other is not null && room != other
            select (From: room, To: other);
        var wrong = arrows
            .Distinct()
            .Where(arrow => !Rooms.SkipWhile(room => room != arrow.From).Skip(1).Contains(arrow.To))
            .Select(arrow => $"{arrow.From} -> {arrow.To}")
            .ToHashSet();
        string[] changed =
        [
            .. wrong.Except(ToGo).Select(arrow => $"{arrow} is not allowed."),
            .. ToGo.Except(wrong).Select(arrow => $"{arrow} is gone: strike it out of the list."),
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

    private static string? RoomOf(string? name) =>
        name == Root ? Results
        : name?.StartsWith(Root + '.', StringComparison.Ordinal) == true ? name[(Root.Length + 1)..].Split('.')[0]
        : null;
}
