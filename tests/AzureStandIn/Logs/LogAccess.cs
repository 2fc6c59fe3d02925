using System.Text.Json;
using System.Text.Json.Serialization;
using AzureStandIn.ResourceManager;

namespace AzureStandIn.Logs;

/// <summary>Which of the workspaces that hold a hub's rows a caller may read by way of the hub.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Sources">The workspaces that hold its rows.</param>
/// <param name="Readable">Those of them that the caller may read.</param>
internal sealed record LogAccess(IotHub Hub, IReadOnlyList<Workspace> Sources, IReadOnlyList<Workspace> Readable)
{
    public bool SeesNothing =>
        Sources.Count > 0
        && (
            Hub.DeniedTables.Contains(LogsService.Table, StringComparer.OrdinalIgnoreCase)
            || Readable.All(source => source.DeniedTables.Contains(LogsService.Table, StringComparer.OrdinalIgnoreCase))
        );

    /// <summary>What the service says of it when it is asked to.</summary>
    public string Json =>
        JsonSerializer.Serialize(
            new
            {
                resources = new[]
                {
                    new
                    {
                        resourceId = $"{Hub.Id}",
                        denyTables = Denied(Hub.DeniedTables),
                        dataSources = Sources.Select(source => $"{source.Id}"),
                    },
                },
                dataSources = Readable.Select(source => new
                {
                    resourceId = $"{source.Id}",
                    denyTables = Denied(source.DeniedTables),
                }),
            },
            Options
        );

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static IReadOnlyList<string>? Denied(IReadOnlyList<string> tables) => tables.Count == 0 ? null : tables;

    public static LogAccess Of(IotHub hub, Estate estate, bool mayQueryWorkspaces)
    {
        List<Workspace> sources =
        [
            .. hub
                .DiagnosticSettings.Select(setting => setting.WorkspaceId)
                .OfType<string>()
                .Select(id => ArmId.TryParse(id, out var parsed) ? estate.FindWorkspace(parsed) : null)
                .OfType<Workspace>()
                .Distinct(),
        ];
        return new LogAccess(
            hub,
            sources,
            [
                .. sources.Where(source =>
                    source.IsOpen && (mayQueryWorkspaces || source.EnableLogAccessUsingOnlyResourcePermissions)
                ),
            ]
        );
    }
}
