using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>Subscriptions, hubs, workspaces and storage accounts.</summary>
internal sealed class ResourceService(Estate estate, ArmGate gate, StandInOptions options)
{
    public const string Group = "/subscriptions/{subscription}/resourceGroups/{group}";
    public const string Hub = Group + "/providers/" + IotHub.Type + "/{name}";

    private static readonly string[] SubscriptionVersions = ["2022-12-01", "2021-01-01", "2020-01-01"];
    private static readonly string[] AccountVersions = ["2023-01-01", "2022-09-01"];
    private static readonly string[] WorkspaceVersions =
    [
        "2025-07-01",
        "2023-09-01",
        "2022-10-01",
        "2021-06-01",
        "2020-08-01",
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/subscriptions", Subscriptions);
        routes.MapGet("/subscriptions/{subscription}/providers/" + IotHub.Type, Hubs);
        routes.MapGet(Group + "/providers/" + IotHub.Type, Hubs);
        routes.MapGet(
            Hub,
            (HttpContext context) =>
            {
                var (hub, refusal) = gate.Hub(context, Permissions.ReadHub, estate.HubVersions);
                return refusal ?? Results.Json(IotHubJson.Of(hub, VersionOf(context)));
            }
        );
        routes.MapGet(Group + "/providers/" + Workspace.Type + "/{name}", OneWorkspace);
        routes.MapGet(Group + "/providers/" + StorageAccount.Type + "/{name}", OneAccount);
    }

    private static string VersionOf(HttpContext context) => context.Request.Query["api-version"].ToString();

    private IResult Subscriptions(HttpContext context) =>
        gate.Check(context, Permissions.ReadHub, SubscriptionVersions)
        ?? estate.Pages.Of(
            context,
            estate.Subscriptions.Select(id => new
            {
                id = $"/subscriptions/{id}",
                subscriptionId = id,
                tenantId = options.TenantId,
                displayName = estate.NameOf(id),
                state = "Enabled",
            })
        );

    private IResult Hubs(HttpContext context, string subscription, string? group) =>
        gate.Check(context, Permissions.ReadHub, estate.HubVersions)
        ?? estate.Pages.Of(
            context,
            estate
                .Hubs.Where(hub =>
                    Estate.Same(hub.Id.SubscriptionId, subscription)
                    && (group is null || Estate.Same(hub.Id.ResourceGroup, group))
                )
                .Select(hub => IotHubJson.Of(hub, VersionOf(context)))
        );

    private IResult OneWorkspace(HttpContext context, string subscription, string group, string name)
    {
        if (gate.Check(context, Permissions.ReadWorkspace, WorkspaceVersions) is { } refusal)
            return refusal;
        var id = new ArmId(subscription, group, Workspace.Type, name);
        return estate.FindWorkspace(id) is { } workspace
            ? Results.Json(WorkspaceJson.Of(workspace))
            : ArmErrors.NoResource(id).Result();
    }

    private IResult OneAccount(HttpContext context, string subscription, string group, string name)
    {
        if (gate.Check(context, Permissions.ReadStorageAccount, AccountVersions) is { } refusal)
            return refusal;
        var id = new ArmId(subscription, group, StorageAccount.Type, name);
        return estate.FindAccount(id) is { } account
            ? Results.Json(
                new
                {
                    id = account.Id.ToString(),
                    name,
                    type = StorageAccount.Type,
                    location = "westeurope",
                    properties = new { primaryEndpoints = new { blob = account.Blobs } },
                }
            )
            : ArmErrors.NoResource(id).Result();
    }
}
