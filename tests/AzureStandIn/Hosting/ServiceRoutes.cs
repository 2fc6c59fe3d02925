using AzureStandIn.DataExplorer;
using AzureStandIn.Identity;
using AzureStandIn.Kql;
using AzureStandIn.Logs;
using AzureStandIn.Metrics;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Hosting;

/// <summary>The routes of every service.</summary>
internal sealed class ServiceRoutes(StandInAzure azure, QueryRunner runner, KqlEvaluator evaluator)
{
    private readonly StandInOptions _options = azure.Options;
    private readonly ArmGate _gate = new(azure.Estate, azure.Permissions);

    private DataExplorerService DataExplorer => new(_options, azure.Endpoints, azure.Permissions, runner);

    /// <summary>The routes that want a token.</summary>
    public void MapGuarded(AzureService service, IEndpointRouteBuilder routes)
    {
        switch (service)
        {
            case AzureService.ResourceManager:
                new ResourceService(azure.Estate, _gate, _options).Map(routes);
                new DiagnosticSettingService(azure.Estate, _gate, azure.Permissions).Map(routes);
                new ResourceGraphService(azure.Estate, _gate, azure.Permissions, evaluator).Map(routes);
                new MetricService(_gate, _options).Map(routes);
                new HealthService(_gate).Map(routes);
                new ActivityLogService(azure.Estate, _gate).Map(routes);
                break;
            case AzureService.Metrics:
                new MetricBatchService(azure.Estate, azure.Permissions, _options).Map(routes);
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
                new EntraService(_options, azure.Endpoints, azure.Tokens, azure.DeviceCodes).Map(routes);
                break;
            case AzureService.ManagedIdentity:
                new ManagedIdentityService(_options, azure.Tokens).Map(routes);
                break;
            case AzureService.DataExplorer:
                DataExplorer.MapMetadata(routes);
                break;
        }
    }
}
