using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>Subscriptions, hubs with their diagnostic settings, and workspaces.</summary>
internal sealed class ResourceService(Estate estate, ArmGate gate, StandInOptions options)
{
    public const string Group = "/subscriptions/{subscription}/resourceGroups/{group}";
    public const string Hub = Group + "/providers/" + IotHub.Type + "/{name}";

    private static readonly string[] SubscriptionVersions = ["2022-12-01", "2021-01-01", "2020-01-01"];
    private static readonly string[] HubVersions = ["2023-06-30", "2021-07-02", "2021-07-01"];
    private static readonly string[] SettingVersions = ["2021-05-01-preview", "2017-05-01-preview"];
    private static readonly string[] AccountVersions = ["2023-01-01", "2022-09-01"];
    private static readonly string[] WorkspaceVersions = ["2023-09-01", "2022-10-01", "2021-06-01", "2020-08-01"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/subscriptions", Subscriptions);
        routes.MapGet("/subscriptions/{subscription}/providers/" + IotHub.Type, Hubs);
        routes.MapGet(Group + "/providers/" + IotHub.Type, Hubs);
        routes.MapGet(
            Hub,
            (HttpContext context) =>
            {
                var (hub, refusal) = gate.Hub(context, Permissions.ReadHub, HubVersions);
                return refusal ?? Results.Json(IotHubJson.Of(hub));
            }
        );
        routes.MapGet(
            Hub + "/providers/Microsoft.Insights/diagnosticSettings",
            (HttpContext context) =>
            {
                var (hub, refusal) = gate.Hub(context, Permissions.ReadDiagnosticSettings, SettingVersions);
                return refusal
                    ?? estate.Pages.Of(
                        context,
                        hub.DiagnosticSettings.Select(setting => DiagnosticSettingJson.Of(hub, setting))
                    );
            }
        );
        routes.MapGet(Group + "/providers/" + Workspace.Type + "/{name}", OneWorkspace);
        routes.MapGet(Group + "/providers/" + StorageAccount.Type + "/{name}", OneAccount);
    }

    private IResult Subscriptions(HttpContext context) =>
        gate.Check(context, Permissions.ReadHub, SubscriptionVersions)
        ?? estate.Pages.Of(
            context,
            estate.Subscriptions.Select(id => new
            {
                id = $"/subscriptions/{id}",
                subscriptionId = id,
                tenantId = options.TenantId,
                displayName = "Stand-in",
                state = "Enabled",
            })
        );

    private IResult Hubs(HttpContext context, string subscription, string? group) =>
        gate.Check(context, Permissions.ReadHub, HubVersions)
        ?? estate.Pages.Of(
            context,
            estate
                .Hubs.Where(hub =>
                    Estate.Same(hub.Id.SubscriptionId, subscription)
                    && (group is null || Estate.Same(hub.Id.ResourceGroup, group))
                )
                .Select(IotHubJson.Of)
        );

    private IResult OneWorkspace(HttpContext context, string subscription, string group, string name)
    {
        if (gate.Check(context, Permissions.ReadWorkspace, WorkspaceVersions) is { } refusal)
            return refusal;
        var id = new ArmId(subscription, group, Workspace.Type, name);
        if (estate.FindWorkspace(id) is not { } workspace)
            return ArmErrors.NoResource(id).Result();
        return Results.Json(
            new
            {
                id = workspace.Id.ToString(),
                name = workspace.Id.Name,
                type = Workspace.Type,
                location = "westeurope",
                properties = new
                {
                    customerId = workspace.CustomerId,
                    provisioningState = "Succeeded",
                    retentionInDays = 30,
                    sku = new { name = "PerGB2018" },
                },
            }
        );
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
