using System.Globalization;
using System.Management.Automation;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.LoggingChecks;

namespace IoTHubDisconnect.Commands;

/// <summary>Checks all that must be right so that a hub's disconnects can be read.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DisconnectLogging", DefaultParameterSetName = ResourceIdSet)]
[OutputType(typeof(DisconnectLoggingCheck))]
public sealed class TestDisconnectLoggingCommand : HubCmdlet
{
    private protected override void ProcessHub(HubName hub)
    {
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            var azure = Azure.Connection;
            Azure.Wait(async call =>
            {
                await foreach (
                    var check in LoggingPrerequisites.CheckAsync(azure, hub, culture, call).ConfigureAwait(false)
                )
                    Azure.OnPipeline(() => Write(check));
                return true;
            });
        }
        catch (AzureException exception)
        {
            WriteError(exception.ToErrorRecord());
        }
    }

    private void Write(DisconnectLoggingCheck check)
    {
        if (check.ResourceId is { } id && check is { Name: "Hub", State: CheckState.Passed })
            AzureSession.Current?.Remember([new ResourceTarget(id)]);
        WriteObject(check);
    }
}
