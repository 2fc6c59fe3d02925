using System.Management.Automation;

namespace IoTHubDisconnect.Commands;

/// <summary>Finds the disconnects in Connections logs, exported or in Azure.</summary>
[Cmdlet(VerbsCommon.Get, "DeviceDisconnect", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DeviceDisconnect))]
public sealed class GetDeviceDisconnectCommand : FleetLogCmdlet
{
    private const string HubObjectSet = "InputObject";

    /// <summary>Hubs, as Get-AzIotHub and other cmdlets of the Az modules give them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HubObjectSet, ValueFromPipeline = true)]
    [Hub]
    [FreeText]
    public string[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == HubObjectSet)
            AddHubs(InputObject);
        else
            base.ProcessRecord();
    }

    private protected override void Finish()
    {
        using var log = OpenLog();
        if (log is null)
            return;
        var found = 0L;
        foreach (var disconnect in log.Find(Filter, Cancellation))
        {
            Cancellation.ThrowIfCancellationRequested();
            WriteObject(disconnect);
            found++;
        }
        WarnOfNothing(log, found == 0);
        WriteVerbose($"{Counted.Of(found, "disconnect")}.");
    }
}
