using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.LoggingChecks;

namespace IoTHubDisconnect.Commands;

/// <summary>Sends a hub's connects and disconnects somewhere, so that there are rows to read.</summary>
[Cmdlet(
    VerbsLifecycle.Enable,
    "DisconnectLogging",
    DefaultParameterSetName = ResourceIdSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
[OutputType(typeof(DisconnectLoggingSetting))]
public sealed class EnableDisconnectLoggingCommand : HubCmdlet
{
    private LogDestination _destination = null!;

    /// <summary>The ARM resource id of the Log Analytics workspace that the logs go to.</summary>
    [Parameter]
    [ArmId("a Log Analytics workspace", "Microsoft.OperationalInsights", "workspaces")]
    [FreeText]
    public string? WorkspaceResourceId { get; set; }

    /// <summary>The ARM resource id of the storage account that the logs go to.</summary>
    [Parameter]
    [ArmId("a storage account", "Microsoft.Storage", "storageAccounts")]
    [FreeText]
    public string? StorageAccountId { get; set; }

    /// <summary>The ARM resource id of the rule that lets the logs into a namespace of event hubs.</summary>
    [Parameter]
    [ArmId("a rule of event hubs", "Microsoft.EventHub", "namespaces", "authorizationRules")]
    [FreeText]
    public string? EventHubAuthorizationRuleId { get; set; }

    /// <summary>The event hub; the one that Azure names insights-logs-connections where it is not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [FreeText]
    public string? EventHubName { get; set; }

    /// <summary>
    /// The name of the diagnostic setting; the first of the usual names that is free where not given.
    /// </summary>
    [Parameter]
    [FormedAs(@"[^<>%&:\\?/*|""']{1,260}", "name of a diagnostic setting")]
    [FreeText]
    public string? Name { get; set; }

    /// <summary>Checks what no single parameter can.</summary>
    protected override void BeginProcessing()
    {
        if ((WorkspaceResourceId ?? StorageAccountId ?? EventHubAuthorizationRuleId) is null)
            ThrowTerminatingError(LoggingErrors.NoDestination());
        if (EventHubName is not null && EventHubAuthorizationRuleId is null)
            ThrowTerminatingError(LoggingErrors.EventHubAlone(EventHubName));
        _destination = new LogDestination
        {
            WorkspaceId = WorkspaceResourceId,
            StorageAccountId = StorageAccountId,
            EventHubRuleId = EventHubAuthorizationRuleId,
            EventHubName = EventHubName,
        };
    }

    private protected override void ProcessHub(HubName hub)
    {
        try
        {
            var resources = Azure.Connection.Resources;
            var id = Azure.Wait(call => HubLookup.FindAsync(resources, hub, call));
            var setup = new LoggingSetup(resources, id, _destination, Name);
            var plan = Azure.Wait(setup.PlanAsync);
            if (plan.Request is { } request && ShouldProcess(id, $"Send Connections to {plan.Missing}: {request}"))
                plan = Azure.Wait(call => setup.MakeAsync(plan, call));
            if (plan.Settings.Count == 0)
                return;
            WriteVerbose($"{HubResourceId.NameOf(id)}: rows come within a quarter of an hour of the next connect.");
            AzureSession.Current?.Remember([new ResourceTarget(id)]);
            WriteObject(plan.Settings, enumerateCollection: true);
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
        }
    }
}
