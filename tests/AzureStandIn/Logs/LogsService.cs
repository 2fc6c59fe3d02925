using AzureStandIn.Hosting;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Logs;

/// <summary>Azure Monitor Logs: queries by workspace and by resource.</summary>
internal sealed class LogsService(Estate estate, Permissions permissions, QueryRunner runner)
{
    /// <summary>The table that diagnostic logs go to.</summary>
    public const string Table = "AzureDiagnostics";

    private static readonly string[] Methods = ["GET", "POST"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1/workspaces/{workspace}/query", Methods, ByWorkspace);
        routes.MapMethods("/v1" + ResourceService.Hub + "/query", Methods, ByHub);
        routes.MapMethods("/v1" + ResourceService.Group + "/query", Methods, ByScope);
        routes.MapMethods("/v1/subscriptions/{subscription}/query", Methods, ByScope);
        routes.MapFallback(
            (HttpContext context) =>
                new ServiceError(404, "PathNotFoundError", "The requested path does not exist").Result()
        );
    }

    private Task ByWorkspace(HttpContext context, string workspace)
    {
        if (!permissions.Allows(Permissions.QueryWorkspace, RequestInfo.Of(context).Token!.ObjectId))
            return LogsErrors.NotAllowed.Result().ExecuteAsync(context);
        var found = estate.Workspaces.FirstOrDefault(known => Estate.Same(known.CustomerId.ToString(), workspace));
        return found is null ? LogsErrors.NoResource(workspace).Result().ExecuteAsync(context)
            : !found.IsOpen ? LogsErrors.OutsideOfNetwork(found).ExecuteAsync(context)
            : RunAsync(context, found.HasTable);
    }

    private Task ByHub(HttpContext context, string subscription, string group, string name)
    {
        var id = new ArmId(subscription, group, IotHub.Type, name);
        if (estate.FindHub(id) is not { } hub)
            return LogsErrors.NoResource(id.ToString()).Result().ExecuteAsync(context);
        var principal = RequestInfo.Of(context).Token!.ObjectId;
        if (!permissions.Allows(Permissions.QueryResource, principal))
            return LogsErrors.ResourceNotAllowed(principal.ToString(), id.ToString()).Result().ExecuteAsync(context);
        var access = LogAccess.Of(hub, estate, permissions.Allows(Permissions.QueryWorkspace, principal));
        if (context.Request.Headers["Prefer"].ToString().Contains("include-permissions=true", StringComparison.Ordinal))
            RequestInfo.Of(context).Permissions = access.Json;
        // Rows that lie where the caller may not read are left out without a word.
        return RunAsync(context, hub.HasLogs, access.SeesNothing ? $"/v1{id}/nothing/query" : null);
    }

    private Task ByScope(HttpContext context, string subscription, string? group)
    {
        var exists = group is null ? estate.HasSubscription(subscription) : estate.HasGroup(subscription, group);
        var path = context.Request.Path.Value!;
        return exists
            ? ByResource(context, path[3..^6], true)
            : LogsErrors.NoResource(path[3..^6]).Result().ExecuteAsync(context);
    }

    private Task ByResource(HttpContext context, string scope, bool hasTable)
    {
        var principal = RequestInfo.Of(context).Token!.ObjectId;
        return permissions.Allows(Permissions.QueryResource, principal)
            ? RunAsync(context, hasTable)
            : LogsErrors.ResourceNotAllowed(principal.ToString(), scope).Result().ExecuteAsync(context);
    }

    private Task RunAsync(HttpContext context, bool hasTable, string? path = null)
    {
        // Without this header the service answers 200 and nothing.
        if (context.Request.Method == "POST" && context.Request.ContentType is null)
            return Task.CompletedTask;
        return runner.RunAsync(context, path ?? context.Request.Path, hasTable ? [Table] : []);
    }
}
