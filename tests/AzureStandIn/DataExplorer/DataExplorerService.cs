using System.Text.Json;
using AzureStandIn.Hosting;
using AzureStandIn.Logs;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.DataExplorer;

/// <summary>An Azure Data Explorer cluster with one database.</summary>
internal sealed class DataExplorerService(
    StandInOptions options,
    StandInEndpoints endpoints,
    Permissions permissions,
    QueryRunner runner
)
{
    /// <summary>What clients ask before they sign in.</summary>
    public const string MetadataPath = "/v1/rest/auth/metadata";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/rest/query", Query);
        routes.MapPost("/v2/rest/query", Query);
        // Such as the proxy that answers for Azure Monitor's workspaces, whose names are in its paths.
        routes.MapPost("/workspaces/{workspace}/v1/rest/query", Query);
    }

    public void MapMetadata(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            MetadataPath,
            () =>
                !options.HasClusterMetadata
                    ? Results.NotFound()
                    : Results.Json(
                        new
                        {
                            AzureAD = new
                            {
                                LoginEndpoint = endpoints.Entra.GetLeftPart(UriPartial.Authority),
                                LoginMfaRequired = false,
                                KustoClientAppId = "db662dc1-0cfe-4e1c-a843-19a68e65be58",
                                KustoClientRedirectUri = "https://microsoft/kustoclient",
                                KustoServiceResourceId = options.ClusterAudience ?? "https://kusto.kusto.windows.net",
                                FirstPartyAuthorityUrl = $"{endpoints.Entra}f8cdef31-a31e-4b4a-93e4-5f571e91255a",
                            },
                        },
                        JsonSerializerOptions.Default
                    )
        );

    private async Task Query(HttpContext context)
    {
        if (!permissions.Allows(Permissions.QueryCluster, RequestInfo.Of(context).Token!.ObjectId))
        {
            await Refuse(
                    403,
                    "Forbidden",
                    "Kusto.DataNode.Exceptions.UnauthorizedDatabaseAccessException",
                    $"Principal is not authorized to read database '{options.Database}'."
                )
                .ExecuteAsync(context);
            return;
        }

        var database = await DatabaseOf(context.Request);
        if (database != options.Database)
        {
            await Refuse(
                    400,
                    "BadRequest_EntityNotFound",
                    "Kusto.Data.Exceptions.EntityNotFoundException",
                    $"Entity ID '{database}' of kind 'Database' was not found."
                )
                .ExecuteAsync(context);
            return;
        }

        await runner.RunAsync(
            context,
            context.Request.Path.Value!.Contains("/v2/", StringComparison.Ordinal)
                ? "/v2/rest/query"
                : "/v1/rest/query",
            options.Table
        );
    }

    private static async Task<string?> DatabaseOf(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return body.RootElement.GetProperty("db").GetString();
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    private static IResult Refuse(int status, string code, string type, string message) =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["error"] = new Dictionary<string, object>
                {
                    ["code"] = code,
                    ["message"] = "Request is invalid and cannot be executed.",
                    ["@type"] = type,
                    ["@message"] = message,
                    ["@permanent"] = true,
                },
            },
            statusCode: status
        );
}
