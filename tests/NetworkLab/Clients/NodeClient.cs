using System.Reflection;
using System.Text.Json.Nodes;
using AzureStandIn.Kql;
using FleetGenerator.Clients;

namespace NetworkLab.Clients;

/// <summary>A program of Node.js.</summary>
internal abstract record NodeClient(string Name, Transport Protocol, TimeSpan KeepAlive, string Program, string Package)
    : LabClient(Name, Protocol, KeepAlive)
{
    /// <summary>Where the programs and their packages are.</summary>
    public static string Folder { get; } =
        typeof(NodeClient)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "NodeDevice")
            .Value!;

    public override async Task FetchAsync(TextWriter error)
    {
        try
        {
            await NodePackages.InstallAsync(Folder);
        }
        catch (InvalidOperationException exception)
        {
            await error.WriteLineAsync(exception.Message);
        }
    }

    public override async Task<string> VersionAsync()
    {
        var path = Path.Combine(Folder, "node_modules", Package, "package.json");
        if (!File.Exists(path))
            throw new InvalidOperationException($"npm has not installed {Package} in {Folder}.");
        await using var package = File.OpenRead(path);
        var json = await JsonNode.ParseAsync(package);
        return $"{Package} {json!["version"]}";
    }

    public override IReadOnlyList<string> Command(DeviceSettings settings) =>
        ["node", "--require", Path.Combine(Folder, "fast.cjs"), Path.Combine(Folder, Program)];

    public override IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) =>
        new Dictionary<string, string>(base.Variables(settings))
        {
            ["NODE_EXTRA_CA_CERTS"] = settings.AuthorityPath,
            ["FAST_CLOCK"] = settings.Clock.Json,
        };
}
