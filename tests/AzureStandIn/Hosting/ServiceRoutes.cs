using AzureStandIn.DataExplorer;
using AzureStandIn.Identity;
using AzureStandIn.Logs;
using AzureStandIn.Metrics;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Hosting;

/// <summary>The routes of every service.</summary>
internal sealed class ServiceRoutes(StandInAzure azure, QueryRunner runner)
{
    private readonly StandInOptions options = azure.Options;
    private readonly ArmGate gate = new(azure.Estate, azure.Permissions);

    private DataExplorerService DataExplorer => new(options, azure.Endpoints, azure.Permissions, runner);

    /// <summary>The routes that want a token.</summary>
    public void MapGuarded(AzureService service, IEndpointRouteBuilder routes)
    {
        switch (service)
        {
            case AzureService.ResourceManager:
                new ResourceService(azure.Estate, gate, options).Map(routes);
                new MetricService(gate, options).Map(routes);
                new HealthService(gate).Map(routes);
                new ActivityLogService(azure.Estate, gate).Map(routes);
                break;
            case AzureService.Metrics:
                new MetricBatchService(azure.Estate, azure.Permissions, options).Map(routes);
                break;
            case AzureService.Logs:
                new LogsService(azure.Estate, azure.Permissions, runner).Map(routes);
                break;
            case AzureService.DataExplorer:
                DataExplorer.Map(routes);
                break;
        }
    }

    /// <summary>The routes that want none.</summary>
    public void MapOpen(AzureService service, IEndpointRouteBuilder routes)
    {
        switch (service)
        {
            case AzureService.Entra:
                new EntraService(options, azure.Endpoints, azure.Tokens, azure.DeviceCodes).Map(routes);
                break;
            case AzureService.ManagedIdentity:
                new ManagedIdentityService(options, azure.Tokens).Map(routes);
                break;
            case AzureService.DataExplorer:
                DataExplorer.MapMetadata(routes);
                break;
        }
    }
}
